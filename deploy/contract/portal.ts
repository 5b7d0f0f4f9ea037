// Portal scenario with the client generated from the documents: finds the authority, submits a feedback, retries it with the same
// idempotency key as after a lost response, tracks it, and withdraws it.
//
//   node out/portal.js ACCESS_JSON

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { components as Feedback, paths as FeedbackPaths } from "./generated/feedback.js";
import type { paths as PlanPaths } from "./generated/plan.js";

const access = JSON.parse(readFileSync(process.argv[2] ?? "access.json", "utf8")) as {
  services: { plan: string; feedback: string };
};
const plan = createClient<PlanPaths>({ baseUrl: access.services.plan });
const feedback = createClient<FeedbackPaths>({ baseUrl: access.services.feedback });

/** The response body; fails with the problem otherwise. */
function must<T>(step: string, answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${step}: ${answer.response.status} ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}

function check(what: string, actual: unknown, expected: unknown): void {
  if (actual !== expected) {
    throw new Error(`${what}: ${String(actual)} instead of ${String(expected)}`);
  }
}

const page = must("authorities", await plan.GET("/api/v1/authorities", { params: { query: { level: "COMMUNE", limit: 1 } } }));
const authority = page.items[0];
if (authority === undefined) {
  throw new Error("There is no commune");
}

const body: Feedback["schemas"]["ReceiveFeedback"] = {
  authorityId: authority.id,
  kind: "PROPOSAL",
  content: "Đề nghị lắp thêm đèn đường ở ngõ vào nhà văn hóa thôn 3.",
  sender: { name: "Nguyễn Văn An", phone: "0912 345 678" },
};
const handIn = () => feedback.POST("/api/v1/feedback", { params: { header: { "Idempotency-Key": key } }, body });
const key = randomUUID();
const first = await handIn();
const receipt = must("submission", first);
check("status", first.response.status, 201);
check("Location", first.response.headers.get("Location")?.endsWith(`/api/v1/feedback/${receipt.id}`), true);
const again = await handIn();
check("the same receipt", must("retry", again).trackingCode, receipt.trackingCode);
check("Idempotency-Replayed", again.response.headers.get("Idempotency-Replayed"), "true");

const params = { path: { code: receipt.trackingCode }, header: { "Tracking-Secret": receipt.trackingSecret } };
const tracked = await feedback.GET("/api/v1/tracking/{code}", { params });
check("state", must("track", tracked).state, "RECEIVED");
check("ETag", /^"([0-9]+-)?[0-9]+"$/.test(tracked.response.headers.get("ETag") ?? ""), true);
const taken = must("withdrawal", await feedback.POST("/api/v1/tracking/{code}/withdrawals", { params, body: {} }));
check("state", taken.state, "WITHDRAWN");

const unknown = await feedback.GET("/api/v1/tracking/{code}", {
  params: { ...params, header: { "Tracking-Secret": "A".repeat(32) } },
});
check("a wrong secret", unknown.error?.status, 404);
console.log(`portal scenario passed: ${receipt.trackingCode}`);
