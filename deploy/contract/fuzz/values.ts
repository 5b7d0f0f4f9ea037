// Values generated from schemas, and mutations of them.

import fc from "fast-check";
import type { Contract, Json, Schema } from "./document.js";

/** Random values, reproducible by the seed. */
export class Draw {
  private readonly generate: ReturnType<typeof first>;

  constructor(seed: number) {
    this.generate = first(seed);
  }

  integer(min: number, max: number): number {
    return this.generate(fc.integer, { min, max });
  }

  chance(percent: number): boolean {
    return this.integer(1, 100) <= percent;
  }

  one<T>(from: readonly T[]): T {
    return from[this.integer(0, from.length - 1)] as T;
  }

  maybe<T>(from: readonly T[]): T | undefined {
    return from.length === 0 ? undefined : this.one(from);
  }

  uuid(): string {
    return this.generate(fc.uuid);
  }

  text(maxLength: number): string {
    return this.generate(fc.string, { unit: "binary", maxLength });
  }

  matching(pattern: string): string {
    return this.generate(matching, pattern);
  }

  json(): Json {
    return this.generate(fc.jsonValue, { maxDepth: 2 }) as Json;
  }
}

function first(seed: number) {
  const [generate] = fc.sample(fc.gen(), { seed, numRuns: 1 });
  if (generate === undefined) {
    throw new Error("fast-check drew nothing");
  }
  return generate;
}

const matching = (pattern: string) => fc.stringMatching(new RegExp(pattern, "u"));

/** Realistic texts, as typed and pasted by people. */
const WRITTEN = [
  "Đèn đường thôn 3 hỏng đã hai tuần, đề nghị xã sửa chữa.",
  "Đề nghị\u00a0bổ sung\u202fphụ lục số liệu\nvà gửi lại trước ngày 30/9.",
  "Nguye\u0302\u0303n Va\u0306n An \u2013 thôn Dỗi",
  "Ðường liên thôn \u200bxuống cấp\u00ad nặng \ufeff",
  "\u202eđảo chiều\u202c rồi lại xuôi, 👨‍👩‍👧‍👦 ✓ ☑ ① 漢字",
  "'; DROP TABLE feedback; -- <script>alert(1)</script> ${jndi:ldap://127.0.0.1/a} %s {0}",
];

/** Texts that are invisible, invalid Unicode, or likely to break databases and parsers. */
const ODD = [
  "",
  " ",
  "\u3164",
  "\u2800\u200b\u00ad",
  "\u0000",
  "a\u0000b đủ mười ký tự",
  "\ud800",
  "nửa ký tự \udfff ở giữa",
  "\uffff\ufffe",
  "a\u0300".repeat(200),
  "\u202a\u202e\u2066",
  "dòng một\r\ndòng hai\u2028dòng ba\u0085",
  "null",
  "NaN",
  "../../etc/passwd",
  "2021-02-30",
  "0000-00-00",
  "+99999-12-31",
  "2021-01-04T25:61:61+99:99",
  "1e400",
  "-0",
  "9".repeat(60),
  "AAAAAAAAAAAAAAAAAAAAAA==",
  "x".repeat(12_000),
];

const NUMBERS = [0, -1, 1, 0.5, -0.0001, 1e-320, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e19, 1e308];

export function odd(draw: Draw): string {
  return draw.chance(70) ? draw.one(ODD) : draw.text(40);
}

/** A value that is valid by the schema. `known` returns an existing id for a field. */
export function valid(draw: Draw, contract: Contract, schemaOrReference: Schema, known: (field: string) => string | undefined, field = "", depth = 0): Json {
  const schema = contract.resolve(schemaOrReference);
  const type = Array.isArray(schema.type) ? (schema.type[0] ?? "string") : schema.type;
  if (schema.enum !== undefined) {
    return draw.one(schema.enum);
  }
  if (type !== "object" && type !== "array" && schema.format !== "uuid" && (schema.examples?.length ?? 0) > 0 && draw.chance(60)) {
    return draw.one(schema.examples as Json[]);
  }
  switch (type) {
    case "object": {
      const fields = Object.entries(schema.properties ?? {}).filter(
        ([name]) => (schema.required ?? []).includes(name) || (depth < 6 && draw.chance(40)),
      );
      return Object.fromEntries(fields.map(([name, each]) => [name, valid(draw, contract, each, known, name, depth + 1)]));
    }
    case "array": {
      const least = schema.minItems ?? 0;
      const length = draw.integer(least, Math.min(schema.maxItems ?? 3, least + 3));
      return Array.from({ length }, () => valid(draw, contract, schema.items ?? {}, known, field, depth + 1));
    }
    case "boolean":
      return draw.chance(50);
    case "integer":
    case "number":
      return number(draw, schema);
    default:
      return string(draw, schema, known, field);
  }
}

function number(draw: Draw, schema: Schema): number {
  const min = schema.minimum ?? -(2 ** 31);
  const max = schema.maximum ?? 2 ** 31 - 1;
  switch (draw.integer(0, 5)) {
    case 0:
      return min;
    case 1:
      return max;
    default:
      return draw.integer(Math.max(min, 0), Math.max(Math.min(max, 3000), min, 0));
  }
}

function string(draw: Draw, schema: Schema, known: (field: string) => string | undefined, field: string): string {
  switch (schema.format) {
    case "uuid":
      return (draw.chance(90) ? known(field) : undefined) ?? draw.uuid();
    case "date":
      return day(draw);
    case "date-time":
      return `${day(draw)}T${draw.one(["00:00:00+07:00", "08:30:00.123456+07:00", "23:59:59Z", "12:00:00-12:00"])}`;
    default: {
      const least = schema.minLength ?? 0;
      const most = Math.min(schema.maxLength ?? 200, 20_000);
      const length = draw.one([least, Math.min(most, least + 1), Math.min(most, 200), most]);
      const candidates = [draw.one(WRITTEN), draw.text(60)].map((text) => fitted(text, draw.chance(70) ? least : length, most));
      const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, "u");
      const fitting = candidates.find((text) => pattern?.test(text) ?? true);
      return fitting ?? fitted(draw.matching(schema.pattern ?? "."), 0, most);
    }
  }
}

/** The text with its number of code points within the bounds. */
function fitted(text: string, least: number, most: number): string {
  const signs = [...text].slice(0, most);
  return signs.join("") + "đ".repeat(Math.max(0, least - signs.length));
}

function day(draw: Draw): string {
  if (draw.chance(10)) {
    return draw.one(["0001-01-01", "1900-02-28", "2000-02-29", "2100-12-31", "9999-12-31"]);
  }
  const date = new Date(Date.UTC(2021, 1, 26) + draw.integer(-90, 90) * 86_400_000);
  return date.toISOString().slice(0, 10);
}

/** A parameter value that is mostly invalid by its schema. */
export function damagedParameter(draw: Draw, contract: Contract, schemaOrReference: Schema): string {
  const schema = contract.resolve(schemaOrReference);
  const bounds = bound(draw, schema);
  return bounds !== undefined && draw.chance(50) ? String(bounds) : odd(draw);
}

/** A value just inside or just outside one of the schema's bounds. */
function bound(draw: Draw, schema: Schema): Json | undefined {
  const outside = draw.chance(60) ? 1 : 0;
  const bounds = [
    ...(schema.maxLength !== undefined && schema.maxLength < 1_000_000 ? ["đ".repeat(schema.maxLength + outside)] : []),
    ...(schema.minLength !== undefined ? ["đ".repeat(schema.minLength - outside)] : []),
    ...(schema.minimum !== undefined ? [schema.minimum - outside] : []),
    ...(schema.maximum !== undefined ? [schema.maximum + outside] : []),
  ];
  return draw.maybe(bounds);
}

/** A copy of the body with one mutation. */
export function damaged(draw: Draw, contract: Contract, schemaOrReference: Schema, value: Json): Json {
  const schema = contract.resolve(schemaOrReference);
  if (draw.chance(70) && isObject(value)) {
    const inside = Object.keys(value).filter((name) => schema.properties?.[name] !== undefined);
    const name = draw.maybe(inside);
    if (name !== undefined) {
      return { ...value, [name]: damaged(draw, contract, schema.properties?.[name] ?? {}, value[name] as Json) };
    }
  }
  if (draw.chance(70) && Array.isArray(value) && value.length > 0) {
    const at = draw.integer(0, value.length - 1);
    return value.map((each, index) => (index === at ? damaged(draw, contract, schema.items ?? {}, each) : each));
  }
  if (isObject(value) && draw.chance(60)) {
    if (draw.chance(50)) {
      return { ...value, [draw.one(["colour", "__proto__", "id", "version", "", "\u0000"])]: draw.json() };
    }
    const gone = draw.maybe(Object.keys(value));
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== gone));
  }
  if (Array.isArray(value) && schema.maxItems !== undefined && schema.maxItems <= 2_000 && value.length > 0 && draw.chance(50)) {
    return Array.from({ length: schema.maxItems + 1 }, (_, index) => value[index % value.length] as Json);
  }
  const bounds = bound(draw, schema);
  if (bounds !== undefined && draw.chance(50)) {
    return bounds;
  }
  switch (draw.integer(0, 5)) {
    case 0:
      return null;
    case 1:
      return draw.one(NUMBERS);
    case 2:
      return draw.json();
    case 3:
      return typeof value === "string" ? [value] : String(value);
    default:
      return odd(draw);
  }
}

/** Content that is not JSON, or JSON that no serializer writes. */
export function damagedBytes(draw: Draw, body: string): Buffer {
  switch (draw.integer(0, 11)) {
    case 0:
      return Buffer.from(body.slice(0, draw.integer(0, body.length - 1)));
    case 1:
      return Buffer.from(`${body}${draw.one(["}", ",", "{}", "\u0000", "//"])}`);
    case 2:
      return Buffer.from(`\ufeff${body}`);
    case 3:
      return Buffer.from(body, "utf16le");
    case 4:
      return Buffer.from("[".repeat(draw.one([600, 3_000])));
    case 5:
      return Buffer.from(body.replace("{", draw.one(['{"":0,', '{"a":NaN,', '{"a":1e400,', '{"a":1e999999999,', "{,"])));
    case 6:
      return Buffer.from(body.replace(/"[^"]*"(?=[,}])/, draw.one(['"\\ud800"', '"\\u0000"', '"\\x41"', '"\t"', "'text'", "-", "01"])));
    case 7:
      return Buffer.from(body.replace("{", `{${body.slice(1, -1)}${body.length > 2 ? "," : ""}`));
    case 8:
      return Buffer.concat([Buffer.from(body.slice(0, -1)), Buffer.from([0xc0, 0xaf, 0xed, 0xa0, 0x80]), Buffer.from(body.slice(-1))]);
    case 9:
      return Buffer.from(draw.one(["", "null", "[]", "{}", "0", '"text"', "true", "<a/>", "a=b"]));
    case 10:
      return Buffer.from(body.replace(/:\s*"([^"]*)"/, draw.one([': {"$1": "$1"}', ': ["$1"]', ": null", ": true", ": 0"])));
    default:
      return Buffer.from(draw.text(100));
  }
}

/** A lone surrogate cannot be percent-encoded. */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd");
}

export function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
