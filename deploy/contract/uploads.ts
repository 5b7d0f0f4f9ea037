// Upload scenario with a foreign client of the protocol tus, tus-js-client: a file of 12 MB over a line that breaks three times in the
// middle. The client resumes by itself; the file is then handed in with a feedback, downloaded with the receipt, and has the same
// digest. The feedback is withdrawn.
//
//   node out/uploads.js ACCESS_JSON

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import createClient from "openapi-fetch";
import { Upload } from "tus-js-client";
import type { paths as FeedbackPaths } from "./generated/feedback.js";
import type { paths as PlanPaths } from "./generated/plan.js";

const SIZE = 12 * 1024 * 1024;
const CUTS = 3;
/** Bytes that a connection carries before it breaks. */
const CARRIED = 2_500_000;

const access = JSON.parse(readFileSync(process.argv[2] ?? "access.json", "utf8")) as {
  services: { plan: string; feedback: string };
};
const service = new URL(access.services.feedback);
const plan = createClient<PlanPaths>({ baseUrl: access.services.plan });
const feedback = createClient<FeedbackPaths>({ baseUrl: access.services.feedback });

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

/** The bad line: passes bytes on to the service, and breaks the first connections that carry many. */
let cuts = 0;
const line = createServer((client) => {
  const onward = connect(Number(service.port), service.hostname);
  let carried = 0;
  client.on("data", (bytes: Buffer) => {
    carried += bytes.length;
    if (carried > CARRIED && cuts < CUTS) {
      cuts++;
      client.destroy();
      onward.end();
      return;
    }
    if (!onward.write(bytes)) {
      client.pause();
      onward.once("drain", () => client.resume());
    }
  });
  onward.pipe(client);
  for (const side of [client, onward]) {
    side.on("error", () => undefined);
    side.on("close", () => {
      client.destroy();
      onward.end();
    });
  }
});
await new Promise<void>((listening) => line.listen(0, "127.0.0.1", listening));
const port = (line.address() as AddressInfo).port;

const file = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(SIZE - 9)]);
const digest = createHash("sha256").update(file).digest("hex");
let retries = 0;
const address = await new Promise<string>((done, failed) => {
  const upload = new Upload(file, {
    endpoint: `http://127.0.0.1:${port}/api/v1/uploads`,
    metadata: { filename: "đơn đề nghị.pdf", filetype: "application/pdf" },
    retryDelays: [200, 500, 1000, 2000, 2000],
    onShouldRetry: () => {
      retries++;
      return true;
    },
    onError: failed,
    onSuccess: () => done(upload.url ?? ""),
  });
  upload.start();
});
line.close();
check("breaks of the line", cuts, CUTS);
check("resumptions", retries >= CUTS, true);

const page = must("authorities", await plan.GET("/api/v1/authorities", { params: { query: { level: "COMMUNE", limit: 1 } } }));
const authority = page.items[0];
if (authority === undefined) {
  throw new Error("There is no commune");
}
const id = new URL(address).pathname.split("/").pop() ?? "";
const receipt = must(
  "submission",
  await feedback.POST("/api/v1/feedback", {
    params: { header: { "Idempotency-Key": randomUUID() } },
    body: {
      authorityId: authority.id,
      content: "Đề nghị xem đơn kèm theo về đèn đường ở ngõ vào nhà văn hóa thôn 3.",
      sender: { name: "Nguyễn Văn An", phone: "0912 345 678" },
      attachments: [id],
    },
  }),
);
const secret = { "Tracking-Secret": receipt.trackingSecret };
const tracking = { path: { code: receipt.trackingCode }, header: secret };
const listed = must("files", await feedback.GET("/api/v1/tracking/{code}/attachments", { params: tracking }));
check("digest of the kept file", listed.items[0]?.sha256, digest);
check("name", listed.items[0]?.fileName, "đơn đề nghị.pdf");
const download = await fetch(`${service.origin}/api/v1/tracking/${receipt.trackingCode}/attachments/${id}`, { headers: secret });
check("status of the download", download.status, 200);
check("digest of the download", createHash("sha256").update(Buffer.from(await download.arrayBuffer())).digest("hex"), digest);
must("withdrawal", await feedback.POST("/api/v1/tracking/{code}/withdrawals", { params: tracking, body: {} }));
console.log(`Uploaded ${SIZE} bytes over a line that broke ${cuts} times, with ${retries} resumptions; digest equal`);
