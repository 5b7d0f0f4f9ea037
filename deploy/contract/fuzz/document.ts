// The OpenAPI documents: their operations, and validators of requests and responses.

import addFormats from "ajv-formats";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { parse } from "yaml";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** The part of JSON Schema that the documents use. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: Json[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  examples?: Json[];
  default?: Json;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  schema: Schema;
}

export interface Header {
  required?: boolean;
  schema: Schema;
}

interface MediaType {
  schema?: Schema;
  example?: Json;
  examples?: Record<string, { value: Json }>;
}

export interface Response {
  description: string;
  headers?: Record<string, Header>;
  content?: Record<string, MediaType>;
}

export interface Operation {
  service: string;
  method: string;
  /** Path template with parameters in braces. */
  path: string;
  id: string;
  parameters: Parameter[];
  /** By media type. */
  bodies: Record<string, MediaType>;
  bodyRequired: boolean;
  responses: Record<string, Response>;
  /** Permitted roles. */
  roles: string[];
  needsToken: boolean;
  /** Maximum body size in bytes, from the description of 413. */
  longestBody: number | undefined;
}

interface Document {
  components: { schemas: Record<string, Schema> };
  paths: Record<string, Record<string, unknown>>;
}

const METHODS = ["get", "put", "post", "patch", "delete"];

export class Contract {
  readonly operations: Operation[] = [];
  private readonly document: Document;
  /** For requests: the schemas as documented. */
  private readonly sent: Validators;
  /** For responses: objects must have no undocumented fields. */
  private readonly answered: Validators;

  constructor(readonly service: string, file: string) {
    this.document = parse(readFileSync(file, "utf8")) as Document;
    this.sent = new Validators(this.document.components);
    this.answered = new Validators(closed(this.document.components) as Document["components"]);
    for (const [path, item] of Object.entries(this.document.paths)) {
      for (const method of METHODS.filter((each) => each in item)) {
        this.operations.push(this.operation(path, method, item[method] as Record<string, unknown>));
      }
    }
  }

  private operation(path: string, method: string, described: Record<string, unknown>): Operation {
    const security = (described["security"] ?? []) as Record<string, string[]>[];
    const body = described["requestBody"] as { required?: boolean; content: Record<string, MediaType> } | undefined;
    const responses = Object.fromEntries(
      Object.entries(described["responses"] as Record<string, Response>).map(([status, response]) => [status, this.response(response)]),
    );
    const limit = /(\d+) (KB|MB)/.exec(responses["413"]?.description ?? "");
    return {
      service: this.service,
      method: method.toUpperCase(),
      path,
      id: described["operationId"] as string,
      parameters: ((described["parameters"] ?? []) as Parameter[]).map((each) => this.resolve(each)),
      bodies: body?.content ?? {},
      bodyRequired: body?.required ?? false,
      responses,
      roles: security.flatMap((each) => Object.values(each).flat()),
      needsToken: security.length > 0 && security.every((each) => Object.keys(each).length > 0),
      longestBody: limit === null ? undefined : Number(limit[1]) * (limit[2] === "KB" ? 1024 : 1024 * 1024),
    };
  }

  private response(response: Response): Response {
    const resolved = this.resolve(response);
    const headers = Object.entries(resolved.headers ?? {}).map(([name, header]) => [name, this.resolve(header)]);
    return { ...resolved, headers: Object.fromEntries(headers) as Record<string, Header> };
  }

  resolve<T>(node: T): T {
    const reference = (node as { $ref?: string }).$ref;
    if (reference === undefined) {
      return node;
    }
    const found = reference
      .slice(2)
      .split("/")
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], this.document);
    return this.resolve(found as T);
  }

  /** Why the document forbids {@code value} in a request; undefined if it does not. */
  forbids(schema: Schema, value: unknown): string | undefined {
    return this.sent.faults(schema, value);
  }

  /** How {@code value} of a response differs from its schema; undefined if it does not. */
  mismatch(schema: Schema, value: unknown): string | undefined {
    return this.answered.faults(closed(schema) as Schema, value);
  }
}

class Validators {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(private readonly components: Document["components"]) {
    addFormats.default(this.ajv);
  }

  faults(schema: Schema, value: unknown): string | undefined {
    const key = JSON.stringify(schema);
    let validate = this.compiled.get(key);
    if (validate === undefined) {
      validate = this.ajv.compile({ allOf: [schema], components: this.components });
      this.compiled.set(key, validate);
    }
    if (validate(value)) {
      return undefined;
    }
    const error = validate.errors?.[0];
    const field = (error?.params as { additionalProperty?: string } | undefined)?.additionalProperty;
    const where = (error?.instancePath ?? "").replace(/\/\d+/g, "/*");
    return `${where} ${error?.message ?? ""}${field === undefined ? "" : `: ${field}`}`.trim();
  }
}

function closed(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.map(closed);
  }
  if (typeof node !== "object" || node === null) {
    return node;
  }
  const copy: Record<string, unknown> = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, closed(value)]));
  if (copy["type"] === "object" && typeof copy["properties"] === "object" && !("additionalProperties" in copy)) {
    copy["additionalProperties"] = false;
  }
  return copy;
}
