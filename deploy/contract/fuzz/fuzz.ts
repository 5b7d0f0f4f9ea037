// Fuzz test: sends valid and mutated calls to the running services, and compares each answer with the documents.
//
//   node out/fuzz/fuzz.js ACCESS_JSON [--calls=5000] [--seed=NUMBER] [--documents=FOLDER]
//
// Exit status 1 if an answer is a 5xx, has an undocumented status, or differs from the document.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Call, Composer, type Kind, KINDS } from "./calls.js";
import { type Access, callers } from "./callers.js";
import { mismatches } from "./check.js";
import { Contract, type Json, type Operation } from "./document.js";
import { type Answer, close, send } from "./http.js";
import { Pool } from "./pool.js";
import { Draw } from "./values.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    calls: { type: "string", default: "5000" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
    documents: { type: "string", default: "../.." },
  },
});
const access = JSON.parse(readFileSync(positionals[0] ?? "access.json", "utf8")) as Access;
const seed = Number(options.seed);
const wanted = Number(options.calls);
const contracts = Object.keys(access.services).map((service) => new Contract(service, `${options.documents}/${service}-service/contracts/openapi.yaml`));
const everybody = callers(access);

interface Finding {
  count: number;
  first: string;
}

const findings = new Map<string, Finding>();
const statuses = new Map<string, Map<number, number>>();
const kinds = new Map<Kind | "crowd" | "flood", number>();
const succeeded = new Set<string>();
const slowest: [number, string][] = [];
let calls = 0;

function found(operation: Operation, call: Call, what: string, answer: Answer | undefined): void {
  const place = `${operation.service} ${operation.id}: ${what}`;
  const finding = findings.get(place);
  if (finding !== undefined) {
    finding.count++;
    return;
  }
  const body = call.body === undefined ? "" : ` ${JSON.stringify(call.body.subarray(0, 600).toString())}`;
  const told = answer === undefined ? "" : `\n      answered ${answer.body.subarray(0, 400).toString()}`;
  findings.set(place, { count: 1, first: `${call.kind}: ${call.method} ${call.target.slice(0, 300)} (Accept: ${call.headers["Accept"]})${body}${told}` });
}

/** Sends a call and compares its answer with the document; returns the answer, undefined if there was none. */
async function make(contract: Contract, operation: Operation, call: Call, kind: Kind | "crowd" | "flood" = call.kind, from?: string): Promise<Answer | undefined> {
  calls++;
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  let answer: Answer;
  try {
    answer = await send(access.services[contract.service] ?? "", call, from);
  } catch (error) {
    found(operation, call, `no answer: ${(error as Error).message}`, undefined);
    return undefined;
  }
  const counts = statuses.get(contract.service) ?? new Map<number, number>();
  statuses.set(contract.service, counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1));
  slowest.push([answer.millis, `${operation.service} ${operation.id} (${answer.status})`]);
  const faults = mismatches(contract, operation, answer);
  const unexpected = faults.length === 0 ? call.expected(answer) : undefined;
  [...faults, ...(unexpected === undefined ? [] : [`${kind}: ${unexpected}`])].forEach((fault) => found(operation, call, fault, answer));
  if (answer.status < 300) {
    succeeded.add(`${operation.service} ${operation.id}`);
  }
  return answer;
}

function json(answer: Answer): Json | undefined {
  try {
    return JSON.parse(answer.body.toString()) as Json;
  } catch {
    return undefined;
  }
}

/** Fuzzes one service: all operations in rounds, each in random order. */
async function fuzz(contract: Contract, pool: Pool, number: number): Promise<void> {
  const share = Math.ceil(wanted / contracts.length);
  let sent = 0;
  const composer: Composer = new Composer(contract, pool, everybody, made);
  async function made(operation: Operation, call: Call): Promise<Answer | undefined> {
    sent++;
    const answer = await make(contract, operation, call);
    if (answer !== undefined) {
      composer.answered(operation, call, answer, json(answer));
    }
    return answer;
  }
  const mostly = (operation: Operation) => (operation.method === "GET" ? 1 : 2);
  for (let round = 0; sent < share; round++) {
    const draw = new Draw(seed + number + round * contracts.length);
    // In the first round, paths without parameters come first: their answers yield the ids for the others.
    const operations = contract.operations.flatMap((operation) => Array<Operation>(round === 0 ? 1 : mostly(operation)).fill(operation));
    const order = operations
      .map((operation) => ({ operation, place: draw.integer(0, 2 ** 30) + (round === 0 ? operation.path.split("{").length * 2 ** 31 : 0) }))
      .sort((one, other) => one.place - other.place);
    for (const { operation } of order) {
      for (const call of sent < share ? await composer.compose(draw, operation) : []) {
        await made(operation, call);
      }
    }
  }
}

/** Too many calls without a token: 429 with Retry-After. */
async function flood(): Promise<void> {
  for (const contract of contracts) {
    for (const operation of contract.operations.filter((each) => each.id === "listAuthorities")) {
      const call: Call = { kind: "valid", method: "GET", target: operation.path, headers: { Accept: "*/*" }, expected: () => undefined };
      // On a slow machine the bucket refills meanwhile, so more calls are needed than the limit.
      for (let sent = 0; sent < 800; sent += 20) {
        const answers = await Promise.all(Array.from({ length: 20 }, () => make(contract, operation, call, "flood", "127.0.0.3")));
        if (answers.some((each) => each?.status === 429)) {
          return;
        }
      }
      found(operation, call, "flood: no 429", undefined);
    }
  }
}

/** Concurrent calls beyond the caller's limit of concurrent documents. */
async function crowd(pool: Pool): Promise<void> {
  for (const contract of contracts) {
    for (const operation of contract.operations.filter((each) => each.id === "getReportDocument")) {
      const report = pool.all("reports")[0]?.key ?? "";
      const leader = everybody.find((each) => each.roles.includes("leader"));
      const headers = { Accept: "application/pdf", Authorization: `Bearer ${leader?.token}` };
      const call: Call = { kind: "valid", method: "GET", target: operation.path.replace("{id}", report), headers, expected: () => undefined };
      await Promise.all(Array.from({ length: 16 }, () => make(contract, operation, call, "crowd")));
    }
  }
}

/** Verifies that deviations are detected; without this, a run without findings would prove nothing. */
async function selfTest(): Promise<void> {
  const contract = contracts[0] as Contract;
  const operation = contract.operations.find((each) => each.method === "GET" && each.path.endsWith("s")) as Operation;
  const token = everybody.find((each) => each.roles.some((role) => operation.roles.includes(role)))?.token;
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const answer = await send(access.services[contract.service] ?? "", { method: "GET", target: operation.path, headers });
  const { [String(answer.status)]: response, ...others } = operation.responses;
  const schema = { type: "object", properties: {}, required: ["colour"] };
  const wrong: Record<string, Operation> = {
    "a status": { ...operation, responses: others },
    "a media type": { ...operation, responses: { [answer.status]: { description: "", content: { "text/csv": {} } } } },
    "a field": { ...operation, responses: { [answer.status]: { description: "", content: { "application/json": { schema } } } } },
    "a header": { ...operation, responses: { [answer.status]: { ...response, description: "", headers: { Colour: { required: true, schema: {} } } } } },
  };
  for (const [what, each] of Object.entries(wrong)) {
    if (mismatches(contract, each, answer).length === 0) {
      throw new Error(`The fuzz test does not detect ${what} other than documented`);
    }
  }
}

function table(): void {
  const codes = [...new Set([...statuses.values()].flatMap((each) => [...each.keys()]))].sort((one, other) => one - other);
  const row = (name: string, cells: (number | string)[]) => console.log(name.padEnd(10) + cells.map((each) => String(each).padStart(6)).join(""));
  row("", [...codes, "calls"]);
  for (const [service, counts] of statuses) {
    row(service, [...codes.map((code) => counts.get(code) ?? 0), [...counts.values()].reduce((sum, each) => sum + each, 0)]);
  }
  console.log(`\nby kind: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(", ")}`);
  const unused = Object.keys(KINDS).filter((kind) => !kinds.has(kind as Kind));
  const all = contracts.flatMap((contract) => contract.operations.map((operation) => `${operation.service} ${operation.id}`));
  const never = all.filter((each) => !succeeded.has(each));
  console.log(`succeeded at least once: ${all.length - never.length} of ${all.length} operations${never.length > 0 ? `; never ${never.join(", ")}` : ""}`);
  slowest.sort((one, other) => other[0] - one[0]);
  console.log(`slowest: ${slowest.slice(0, 3).map(([millis, name]) => `${Math.round(millis)} ms ${name}`).join(", ")}`);
  if (unused.length > 0 && wanted >= 5_000) {
    throw new Error(`Kinds without a call: ${unused.join(", ")}`);
  }
}

console.log(`fuzz test, --seed=${seed}`);
await selfTest();
const pool = new Pool();
await Promise.all(contracts.map((contract, number) => fuzz(contract, pool, number)));
await crowd(pool);
await flood();
close();
table();
for (const [what, { count, first }] of [...findings].sort()) {
  console.log(`\n  ${what} (${count})\n      ${first}`);
}
console.log(`\n${calls} calls, ${findings.size} findings`);
process.exitCode = findings.size === 0 ? 0 : 1;
