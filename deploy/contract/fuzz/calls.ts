// Calls of an operation: valid, or mutated in one way.

import { broken, type Caller } from "./callers.js";
import type { Contract, Json, Operation, Parameter, Schema } from "./document.js";
import type { Answer, Request } from "./http.js";
import type { Known, Pool } from "./pool.js";
import { damaged, damagedBytes, damagedParameter, type Draw, isObject, odd, valid, wellFormed } from "./values.js";

export interface Call extends Request {
  /** Its mutation, or valid. */
  kind: Kind;
  /** Checks the answer beyond the document; returns the deviation. */
  expected: (answer: Answer) => string | undefined;
}

export const KINDS = {
  valid: 44,
  again: 4,
  "other content again": 2,
  "odd key": 2,
  "damaged body": 16,
  "damaged bytes": 5,
  "damaged parameter": 9,
  "unknown parameter": 1,
  "no token": 3,
  "broken token": 2,
  "other role": 4,
  "no If-Match": 3,
  "odd If-Match": 3,
  "other media type": 3,
  "other Accept": 3,
  "other method": 2,
  "body at its limit": 2,
  "body over its limit": 2,
  "long address": 1,
  "part of a file": 4,
} as const;
export type Kind = keyof typeof KINDS;

const SUCCESS = (answer: Answer) => answer.status < 300;
const anything = () => undefined;
const refused = (answer: Answer) => (SUCCESS(answer) ? `${answer.status} although it is refused` : undefined);
const exactly = (status: number) => (answer: Answer) => (answer.status === status ? undefined : `${answer.status} instead of ${status}`);

/** Calls whose success would break the other calls. */
const SPARED: Record<string, { limit?: number; without?: string; foreign?: true }> = {
  // All events after the given position become void.
  raiseEpoch: { without: "unnoticed" },
  // Republishes all events.
  orderRepublication: { limit: 3 },
  // Moves due days everywhere.
  applyCalendarRevision: { limit: 3 },
  // The tokens name these authorities and units.
  changeAuthority: { foreign: true },
  changeUnit: { foreign: true },
};

/** Matches the paths of a path template. */
const template = (path: string) => new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+")}$`);

/** Kinds of all services; each service owns some of them. */
const REPUBLISHED = ["day", "plan", "task", "milestone", "feedback", "report"];

interface Prepared {
  target: string;
  headers: Record<string, string>;
  body: Json | undefined;
  caller: Caller | undefined;
}

export class Composer {
  private readonly successes = new Map<string, number>();
  private readonly cursors = new Map<string, string>();

  constructor(
    private readonly contract: Contract,
    private readonly pool: Pool,
    private readonly callers: Caller[],
    /** Sends a documented call, to learn the ETag for a change. */
    private readonly make: (operation: Operation, call: Call) => Promise<Answer | undefined>,
  ) {}

  answered(operation: Operation, call: Call, answer: Answer, body: Json | undefined): void {
    if (SUCCESS(answer)) {
      this.successes.set(operation.id, (this.successes.get(operation.id) ?? 0) + 1);
    }
    if (isObject(body)) {
      if (SUCCESS(answer)) {
        this.pool.learn(operation, call.target, answer.headers["location"], body);
      }
      if (typeof body["next"] === "string" && operation.method === "GET") {
        const [path, query] = call.target.split("?");
        const kept = (query ?? "").split("&").filter((each) => each !== "" && !each.startsWith("cursor="));
        this.cursors.set(operation.id, `${path}?${[...kept, `cursor=${encodeURIComponent(body["next"])}`].join("&")}`);
      }
    }
  }

  /** The calls to make for one visit of the operation. */
  async compose(draw: Draw, operation: Operation): Promise<Call[]> {
    const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => applies(kind, operation));
    let at = draw.integer(1, kinds.reduce((sum, kind) => sum + KINDS[kind], 0));
    const kind = kinds.find((each) => (at -= KINDS[each]) <= 0) ?? "valid";
    const prepared = await this.prepare(draw, operation);
    return this.calls(draw, operation, kind, prepared);
  }

  private async prepare(draw: Draw, operation: Operation): Promise<Prepared> {
    const needy = operation.needsToken || (operation.roles.length > 0 && draw.chance(50));
    const caller = needy ? draw.one(this.callers.filter((each) => each.roles.some((role) => operation.roles.includes(role)))) : undefined;
    const path = this.path(draw, operation);
    const headers: Record<string, string> = { Accept: accepted(draw, operation) };
    if (caller !== undefined) {
      headers["Authorization"] = `Bearer ${caller.token}`;
    }
    if (draw.chance(30)) {
      headers["Accept-Language"] = draw.one(["vi", "en", "vi-VN,vi;q=0.9,en;q=0.1", "fr", "*"]);
    }
    for (const parameter of operation.parameters.filter((each) => each.in === "header")) {
      const value = await this.header(draw, operation, parameter, path, headers);
      if (value !== undefined) {
        headers[parameter.name] = value;
      }
    }
    const json = operation.bodies["application/json"];
    let body: Json | undefined;
    if (json?.schema !== undefined && (operation.bodyRequired || draw.chance(70))) {
      body = this.body(draw, operation, json.schema, caller);
    }
    const next = this.cursors.get(operation.id);
    return { target: next !== undefined && draw.chance(25) ? next : path + this.query(draw, operation), headers, body, caller };
  }

  private path(draw: Draw, operation: Operation): string {
    const segments = operation.path.split("/");
    const transition = segments.at(-1) ?? "";
    const spared = SPARED[operation.id];
    const own = this.callers.map((each) => each.authority);
    const bound: Record<string, string> = {};
    for (let at = segments.length - 1; at > 0; at--) {
      const segment = segments[at] ?? "";
      if (!segment.startsWith("{")) {
        continue;
      }
      const collection = segments[at - 1] ?? "";
      const name = segment.slice(1, -1);
      const known = this.pool.pick(
        draw,
        collection,
        transition,
        (each) =>
          (bound[collection] === undefined || each.key === bound[collection]) &&
          (spared?.foreign !== true || ![each.key, ...Object.values(each.within)].some((id) => own.includes(id))),
      );
      if (known === undefined || (spared?.foreign !== true && draw.chance(8))) {
        segments[at] = encodeURIComponent(this.unknown(draw, operation, name));
        continue;
      }
      Object.assign(bound, known.within);
      segments[at] = encodeURIComponent(key(known, name));
    }
    return segments.join("/");
  }

  private unknown(draw: Draw, operation: Operation, name: string): string {
    const parameter = operation.parameters.find((each) => each.in === "path" && each.name === name);
    const value = String(valid(draw, this.contract, { ...this.contract.resolve(parameter?.schema ?? {}), maxLength: 40, minLength: 1 }, () => undefined));
    return ["", ".", ".."].includes(value) ? "x" : wellFormed(value).replaceAll(/[/\\\u0000]/g, "x");
  }

  private query(draw: Draw, operation: Operation): string {
    const given = operation.parameters.filter((each) => each.in === "query" && each.name !== "cursor" && (each.required === true || draw.chance(25)));
    const pairs = given.map((each) => `${each.name}=${encodeURIComponent(wellFormed(String(this.queryValue(draw, operation, each))))}`);
    return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
  }

  private queryValue(draw: Draw, operation: Operation, parameter: Parameter): Json {
    const schema = this.contract.resolve(parameter.schema);
    if (parameter.name === "limit") {
      return draw.one([1, 2, 3, 50, 200, 201]);
    }
    if (parameter.name === "year") {
      return draw.one([2021, 2020, 2026]);
    }
    if (schema.type === "string" && schema.format === undefined && schema.enum === undefined && draw.chance(70)) {
      const collection = operation.path.split("/").at(-1) ?? "";
      const told = this.pool.all(collection).flatMap((each) => each.fields[parameter.name] ?? []);
      return draw.maybe(told) ?? draw.one(["CCHC", "den duong", "cchc.feedback"]);
    }
    return valid(draw, this.contract, { ...schema, maxLength: Math.min(schema.maxLength ?? 200, 200) }, (field) => this.pool.id(draw, field), parameter.name);
  }

  private async header(draw: Draw, operation: Operation, parameter: Parameter, path: string, headers: Record<string, string>): Promise<string | undefined> {
    switch (parameter.name) {
      case "If-Match":
        return (await this.version(operation, path, headers)) ?? '"0"';
      case "Idempotency-Key":
        return draw.chance(60) ? draw.uuid() : undefined;
      case "Tracking-Secret": {
        const code = decodeURIComponent(path.split("/")[4] ?? "");
        return this.pool.all("tracking").find((each) => each.key === code)?.fields["secret"] ?? "A".repeat(32);
      }
      default:
        return undefined;
    }
  }

  /** The ETag for a change at this path, as a client gets it: from a GET of the resource with the same token. */
  private async version(operation: Operation, path: string, headers: Record<string, string>): Promise<string | undefined> {
    for (let length = operation.path.split("/").length; length > 3; length--) {
      const template = operation.path.split("/").slice(0, length).join("/");
      const view = this.contract.operations.find((each) => each.method === "GET" && each.path === template);
      if (view?.responses["200"]?.headers?.["ETag"] !== undefined) {
        const call: Call = {
          kind: "valid",
          method: "GET",
          target: path.split("/").slice(0, length).join("/"),
          headers: { ...headers, Accept: "application/json" },
          expected: anything,
        };
        return (await this.make(view, call))?.headers["etag"];
      }
    }
    return undefined;
  }

  private body(draw: Draw, operation: Operation, schema: Schema, caller: Caller | undefined): Json {
    const known = (field: string) => {
      if (field === "authorityId" && draw.chance(60)) {
        return draw.one(this.callers.flatMap((each) => each.authority ?? []));
      }
      return this.pool.id(draw, field);
    };
    const media = operation.bodies["application/json"];
    const examples = [...Object.values(media?.examples ?? {}).map((each) => each.value), ...(media?.example === undefined ? [] : [media.example])];
    const example = draw.chance(50) ? draw.maybe(examples) : undefined;
    const body = example === undefined ? valid(draw, this.contract, schema, known) : structuredClone(example);
    return isObject(body) ? this.sensible(draw, operation, body, known, caller) : body;
  }

  /** Adjusts a random body so that it gets past the first checks: known ids, unique codes. */
  private sensible(draw: Draw, operation: Operation, body: { [name: string]: Json }, known: (field: string) => string | undefined, caller: Caller | undefined): Json {
    const without = SPARED[operation.id]?.without;
    const kept = Object.entries(body).filter(([name]) => ![without, "cursor"].includes(name) && (name !== "authorityId" || !draw.chance(operation.id === "importPlan" ? 70 : 0)));
    const own = kept.map(([name, value]): [string, Json] => {
      if (name.endsWith("Id") && typeof value === "string") {
        return [name, known(name) ?? value];
      }
      if (operation.id === "orderRepublication" && name === "kind") {
        return [name, draw.one(REPUBLISHED)];
      }
      // Codes are unique: that of an example could be used only once.
      return [name, name === "code" && typeof value === "string" && draw.chance(70) ? `F-${draw.uuid().slice(0, 8)}` : value];
    });
    const whole: { [name: string]: Json } = Object.fromEntries(own);
    if (operation.id === "registerAuthority" && whole["parentId"] === undefined && caller?.authority !== undefined && draw.chance(60)) {
      whole["parentId"] = caller.authority;
    }
    return whole;
  }

  private async calls(draw: Draw, operation: Operation, kind: Kind, prepared: Prepared): Promise<Call[]> {
    const { target, headers, body } = prepared;
    const json = operation.bodies["application/json"];
    const call = (changed: Partial<Omit<Call, "kind">>): Call => ({
      kind,
      method: operation.method,
      target,
      headers: body === undefined ? headers : { ...headers, "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
      expected: anything,
      ...changed,
    });
    const without = (name: string) => Object.fromEntries(Object.entries(call({}).headers).filter(([each]) => each !== name));
    const limit = SPARED[operation.id]?.limit;
    const tired = limit !== undefined && (this.successes.get(operation.id) ?? 0) >= limit;
    if (tired && ["valid", "again", "other content again", "odd key", "unknown parameter", "body at its limit"].includes(kind)) {
      return [call({ headers: without("Authorization"), expected: exactly(401) })];
    }

    switch (kind) {
      case "valid":
        if (operation.bodies["multipart/form-data"] !== undefined && draw.chance(60)) {
          return [call(form(draw, headers))];
        }
        return [call({ expected: (answer) => this.unreadable(operation, json?.schema, body, answer) })];
      case "again":
      case "other content again": {
        const other = kind === "other content again";
        const same = call({ headers: { ...call({}).headers, "Idempotency-Key": draw.uuid() } });
        let first: Answer | undefined;
        const second = (answer: Answer) => {
          if (first === undefined || !SUCCESS(first)) {
            return undefined;
          }
          if (other) {
            return exactly(422)(answer);
          }
          const replayed = answer.headers["idempotency-replayed"];
          return answer.status === first.status && replayed === "true" ? undefined : `retry: ${answer.status}, Idempotency-Replayed ${replayed}`;
        };
        return [
          { ...same, expected: (answer) => void (first = answer) },
          { ...same, ...(other ? { body: Buffer.from(` ${same.body?.toString() ?? ""}`) } : {}), expected: second },
        ];
      }
      case "odd key":
        return [call({ headers: { ...call({}).headers, "Idempotency-Key": draw.one(["", " ", '""', '"a', "k".repeat(203), "khoá", "a,b", "\u00e9", '"\\"']) } })];
      case "damaged body": {
        const schema = json?.schema ?? {};
        const hurt = damaged(draw, this.contract, schema, body ?? {});
        const spared = SPARED[operation.id]?.without;
        const sent = isObject(hurt) && spared !== undefined ? Object.fromEntries(Object.entries(hurt).filter(([name]) => name !== spared)) : hurt;
        // The services read null as absent, even for a whole body that is optional.
        const why = sent === null && !operation.bodyRequired ? undefined : this.contract.forbids(schema, present(sent));
        return [
          call({
            headers: { ...headers, "Content-Type": "application/json" },
            body: Buffer.from(JSON.stringify(sent)),
            expected: (answer) => (why !== undefined && SUCCESS(answer) ? `${answer.status} although the document forbids it: ${why}` : undefined),
          }),
        ];
      }
      case "damaged bytes": {
        if (operation.bodies["multipart/form-data"] !== undefined && draw.chance(60)) {
          return [call(damagedForm(draw, headers))];
        }
        return [call({ headers: { ...headers, "Content-Type": "application/json" }, body: damagedBytes(draw, JSON.stringify(body ?? {})) })];
      }
      case "damaged parameter":
        return [this.damagedParameter(draw, operation, call)];
      case "unknown parameter":
        return [call({ target: `${target}${target.includes("?") ? "&" : "?"}${draw.one(["colour=red", "=", "&", "a[]=1", "%F0%9F%92%A9", "limit=1&limit=2"])}` })];
      case "no token":
        return [call({ headers: without("Authorization"), expected: operation.needsToken ? exactly(401) : anything })];
      case "broken token":
        return [
          call({
            headers: { ...call({}).headers, Authorization: `Bearer ${draw.one(broken(this.callers[0]?.token ?? ""))}`.trimEnd() },
            expected: operation.needsToken ? exactly(401) : anything,
          }),
        ];
      case "other role": {
        const others = this.callers.filter((each) => !each.roles.some((role) => operation.roles.includes(role)));
        const other = draw.maybe(others);
        if (other === undefined) {
          return [call({})];
        }
        return [call({ headers: { ...call({}).headers, Authorization: `Bearer ${other.token}` }, expected: operation.needsToken ? exactly(403) : anything })];
      }
      case "no If-Match":
        return [call({ headers: without("If-Match"), expected: refused })];
      case "odd If-Match": {
        const odds = ["*", 'W/"0"', '"', "0", '"0", "1"', '"99999999999999999999"', '"1-2-3"', '"-1"', '"abc"', '"9999"', '"0-0"', '"2147483647-1"', "\u00e9", `"${"1".repeat(5_000)}"`];
        return [call({ headers: { ...call({}).headers, "If-Match": draw.one(odds) } })];
      }
      case "other media type": {
        const type = draw.one(["text/plain", "application/xml", "application/octet-stream", "image/png", "application/json; charset=utf-16", "application/x-www-form-urlencoded"]);
        const sent = call({ headers: { ...headers, "Content-Type": type }, body: Buffer.from(JSON.stringify(body ?? {})) });
        return [type.startsWith("application/json") ? sent : { ...sent, expected: exactly(415) }];
      }
      case "other Accept": {
        const accept = draw.one(["application/xml", "image/png", "text/csv, application/zip;q=0.5", "application/json;q=0", "application/vnd.api+json"]);
        const none = operation.responses["200"]?.content?.["*/*"] === undefined;
        // An upload in another version of its protocol is refused before anything else (tus 1.0: 412).
        const versioned = operation.parameters.some((each) => each.name === "Tus-Resumable");
        return [call({ headers: { ...call({}).headers, Accept: accept }, expected: !none ? anything : versioned ? refused : exactly(406) })];
      }
      case "other method": {
        // With another method, `/feedback/searches` matches `/feedback/{id}`, with a malformed id.
        const taken = this.contract.operations.filter((each) => template(each.path).test(target.split("?")[0] ?? "")).map((each) => each.method);
        const method = draw.one(["GET", "PUT", "POST", "PATCH", "DELETE"].filter((each) => !taken.includes(each)));
        return [call({ method, expected: (answer) => exactly(405)(answer) ?? allows(answer, taken) })];
      }
      case "body at its limit":
        return [call({ body: padded(body, operation.longestBody ?? 0), expected: (answer) => (answer.status === 413 ? "413 at the limit" : undefined) })];
      case "body over its limit":
        // An operation that takes forms alone may refuse the media type first.
        return [
          call({
            body: padded(body, (operation.longestBody ?? 0) + 1),
            expected: (answer) => (answer.status === 415 && !("application/json" in operation.bodies) ? undefined : exactly(413)(answer)),
          }),
        ];
      case "long address":
        return [call({ target: `${target}${target.includes("?") ? "&" : "?"}x=${"a".repeat(draw.one([8_000, 20_000]))}`, expected: exactly(414) })];
      case "part of a file":
        return this.parts(draw, operation, call);
    }
  }

  /** 400 means unreadable or unknown input: it must not occur for a body that the document allows. */
  private unreadable(operation: Operation, schema: Schema | undefined, body: Json | undefined, answer: Answer): string | undefined {
    if (answer.status !== 400 || body === undefined || schema === undefined || this.contract.forbids(schema, body) !== undefined) {
      return undefined;
    }
    const problem = JSON.parse(answer.body.toString()) as { errors?: { field: string; message: string }[] };
    const parameters = operation.parameters.map((each) => each.name);
    const fields = (problem.errors ?? []).map((each) => each.field.replace(/\d+/g, "*")).filter((each) => !parameters.includes(each));
    if (fields.length === 0) {
      return undefined;
    }
    return `400 although the document allows ${operation.id}'s body: ${fields.join()}`;
  }

  private damagedParameter(draw: Draw, operation: Operation, call: (changed: Partial<Omit<Call, "kind">>) => Call): Call {
    const parameter = draw.one(operation.parameters.filter((each) => !["If-Match", "Idempotency-Key"].includes(each.name)));
    const value = damagedParameter(draw, this.contract, parameter.schema);
    const encoded = draw.chance(15) ? draw.one(["%zz", "%", "%00", "%ED%A0%80", "%C0%AF", "%FF", "+", "%2F..%2F"]) : encodeURIComponent(wellFormed(value));
    const whole = call({});
    switch (parameter.in) {
      case "header":
        return { ...whole, headers: { ...whole.headers, [parameter.name]: Buffer.from(value).toString("latin1").replaceAll(/[^\t\u0020-\u007e\u0080-\u00ff]/g, "?").slice(0, 9_000) } };
      case "query": {
        const [path, query] = whole.target.split("?");
        const others = (query ?? "").split("&").filter((each) => each !== "" && !each.startsWith(`${parameter.name}=`));
        return { ...whole, target: `${path}?${[...others, `${parameter.name}=${encoded}`].join("&")}`.slice(0, 7_900) };
      }
      case "path": {
        const [path, query] = whole.target.split("?");
        const segments = (path ?? "").split("/");
        // These would change the path, and with it the operation.
        const kept = [".", "..", "", "%2F..%2F"].includes(encoded) ? "%20" : encoded;
        segments[operation.path.split("/").indexOf(`{${parameter.name}}`)] = kept.slice(0, 7_000).replace(/%.?$/, (end) => (kept.length > 7_000 ? "" : end));
        return { ...whole, target: segments.join("/") + (query === undefined ? "" : `?${query}`) };
      }
    }
  }

  /** The whole file, then conditional requests by its ETag, then byte ranges. */
  private parts(draw: Draw, operation: Operation, call: (changed: Partial<Omit<Call, "kind">>) => Call): Call[] {
    const whole = call({ headers: { ...call({}).headers, Accept: operation.responses["200"]?.content?.["application/pdf"] === undefined ? "*/*" : "application/pdf" } });
    let etag = "";
    // The document of a draft changes with its figures.
    const changed = (answer: Answer) => etag === "" || (answer.status === 200 && answer.headers["etag"] !== etag);
    const ranges = ["bytes=0-9", "bytes=-5", "bytes=0-", "bytes=99999999-", "bytes=5-1", "bytes=0-1,3-4", "lines=1-2", "bytes=", "bytes=99999999999999999999-"];
    const found = { ...whole, expected: (answer: Answer) => void (etag = answer.status === 200 ? (answer.headers["etag"] ?? "") : "") };
    const tagged = (name: string, more: Record<string, string>, expected: Call["expected"]): Call => ({
      ...whole,
      get headers() {
        return etag === "" ? whole.headers : { ...whole.headers, ...more, [name]: etag };
      },
      expected,
    });
    return [
      found,
      tagged("If-None-Match", {}, (answer) => (changed(answer) ? undefined : exactly(304)(answer))),
      tagged("If-Range", { Range: "bytes=0-3" }, (answer) => (changed(answer) ? undefined : exactly(206)(answer))),
      { ...whole, headers: { ...whole.headers, Range: draw.one(ranges) } },
      { ...whole, headers: { ...whole.headers, Range: "bytes=0-3", "If-Range": '"another"' } },
    ];
  }
}

function present(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(present);
  }
  return isObject(value) ? Object.fromEntries(Object.entries(value).flatMap(([name, each]) => (each === null ? [] : [[name, present(each)]]))) : value;
}

function applies(kind: Kind, operation: Operation): boolean {
  const parameter = (name: string) => operation.parameters.some((each) => each.name === name);
  const takesBody = Object.keys(operation.bodies).length > 0;
  switch (kind) {
    case "again":
    case "other content again":
    case "odd key":
      return parameter("Idempotency-Key") && (kind === "again" || kind === "odd key" || operation.bodyRequired);
    case "damaged body":
    case "damaged bytes":
    case "other media type":
      return takesBody;
    case "damaged parameter":
      return operation.parameters.some((each) => !["If-Match", "Idempotency-Key"].includes(each.name));
    case "other role":
      return operation.needsToken;
    case "no If-Match":
    case "odd If-Match":
      return parameter("If-Match");
    case "body at its limit":
    case "body over its limit":
      return operation.longestBody !== undefined && operation.bodyRequired;
    case "part of a file":
      return parameter("Range");
    default:
      return true;
  }
}

function key(known: Known, parameter: string): string {
  return parameter === "id" || parameter.endsWith("Id") ? known.key : (known.fields[parameter] ?? known.fields["code"] ?? known.key);
}

function accepted(draw: Draw, operation: Operation): string {
  const types = Object.keys(operation.responses["200"]?.content ?? operation.responses["201"]?.content ?? {});
  return draw.chance(50) ? "*/*" : draw.one(types.length === 0 ? ["*/*"] : types);
}

function allows(answer: Answer, documented: string[]): string | undefined {
  const allowed = (answer.headers["allow"] ?? "").split(",").map((each) => each.trim());
  const missing = documented.filter((method) => !allowed.includes(method));
  const beyond = allowed.filter((method) => !["HEAD", "OPTIONS", ...documented].includes(method));
  return missing.length === 0 && beyond.length === 0 ? undefined : `Allow is ${answer.headers["allow"]} instead of ${documented.join()}`;
}

/** The body padded to that many bytes with insignificant spaces. */
function padded(body: Json | undefined, bytes: number): Buffer {
  const text = Buffer.from(JSON.stringify(body ?? {}));
  return text.length >= bytes ? Buffer.alloc(bytes, 0x20) : Buffer.concat([Buffer.alloc(bytes - text.length, 0x20), text]);
}

const FILES: [string, string, string][] = [
  ["bao-cao.pdf", "application/pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"],
  ["Báo cáo quý I.pdf", "application/octet-stream", "%PDF-1.4\n%%EOF\n"],
  ["so.csv", "text/csv", "số,ngày\n1,2021-01-04\n"],
  ["so.csv", "application/vnd.ms-excel", "số;ngày\n1;2021-01-04\n"],
  ["anh.png", "image/png", "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR"],
  ["chay.exe", "application/pdf", "MZ\u0090\u0000"],
  ["\u202efdp.exe", "application/pdf", "%PDF-1.4\n%%EOF\n"],
  ["../../etc/passwd", "text/plain", "root"],
  ["", "", ""],
  ["x".repeat(300) + ".pdf", "application/pdf", "%PDF-1.4\n%%EOF\n"],
];

interface Part {
  disposition: string;
  type: string;
  content: string;
}

function form(draw: Draw, headers: Record<string, string>): { headers: Record<string, string>; body: Buffer } {
  const boundary = `b${draw.integer(0, 2 ** 30)}`;
  return { headers: { ...headers, "Content-Type": `multipart/form-data; boundary=${boundary}` }, body: encoded(parts(draw), boundary) };
}

function parts(draw: Draw): Part[] {
  const [name, type, content] = draw.one(FILES);
  const file = { disposition: `form-data; name="file"; filename="${name}"`, type, content };
  const note = { disposition: 'form-data; name="note"', type: draw.one(["", "text/plain; charset=utf-8"]), content: draw.chance(70) ? "Đã gửi kèm." : odd(draw) };
  return draw.chance(60) ? [file] : [file, note];
}

function damagedForm(draw: Draw, headers: Record<string, string>): { headers: Record<string, string>; body: Buffer } {
  const boundary = "fuzz";
  const all = parts(draw);
  const [file] = all as [Part];
  const named = (type: string) => ({ ...headers, "Content-Type": type });
  const usual = named(`multipart/form-data; boundary=${boundary}`);
  switch (draw.integer(0, 11)) {
    case 0:
      return { headers: named("multipart/form-data"), body: encoded(all, boundary) };
    case 1:
      return { headers: named("multipart/form-data; boundary=other"), body: encoded(all, boundary) };
    case 2:
      return { headers: named(`multipart/form-data; charset=foo; boundary=${boundary}`), body: encoded(all, boundary) };
    case 3:
      return { headers: usual, body: encoded([{ ...file, type: "text/plain; charset=foo" }], boundary) };
    case 4:
      return { headers: usual, body: encoded([{ ...file, disposition: "" }], boundary) };
    case 5:
      return { headers: usual, body: encoded(Array.from({ length: 2_000 }, (_, at) => ({ disposition: `form-data; name="p${at}"`, type: "", content: "" })), boundary) };
    case 6:
      return { headers: usual, body: encoded(all, boundary).subarray(0, -12) };
    case 7:
      return { headers: usual, body: encoded([file, file], boundary) };
    case 8:
      return { headers: usual, body: encoded([{ ...file, disposition: draw.one(["form-data", "attachment", 'form-data; name=""', 'form-data; name="file', "x", 'form-data; name="\u0000"']) }], boundary) };
    case 9:
      return { headers: usual, body: encoded([{ disposition: 'form-data; name="note"', type: "", content: "x".repeat(draw.one([4_001, 20_000])) }], boundary) };
    case 10:
      return { headers: usual, body: Buffer.alloc(0) };
    default:
      return { headers: named(`multipart/form-data; boundary="${"b".repeat(200)}"`), body: encoded(all, "b".repeat(200)) };
  }
}

function encoded(all: Part[], boundary: string): Buffer {
  const lines = all.map(({ disposition, type, content }) => {
    const head = [...(disposition === "" ? [] : [`Content-Disposition: ${disposition}`]), ...(type === "" ? [] : [`Content-Type: ${type}`])];
    return `--${boundary}\r\n${head.join("\r\n")}\r\n\r\n${content}\r\n`;
  });
  return Buffer.from(`${lines.join("")}--${boundary}--\r\n`);
}
