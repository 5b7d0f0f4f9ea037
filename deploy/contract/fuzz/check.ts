// Compares an answer with the document.

import type { Contract, Operation, Response } from "./document.js";
import type { Answer } from "./http.js";

/** The differences between the answer and the documented operation; empty if there are none. */
export function mismatches(contract: Contract, operation: Operation, answer: Answer): string[] {
  const response = operation.responses[answer.status];
  if (answer.status >= 500) {
    return [`status ${answer.status}`];
  }
  if (response === undefined) {
    return [`status ${answer.status} is not documented`];
  }
  return [...headers(contract, response, answer), ...content(contract, response, answer)].map((each) => `${answer.status}: ${each}`);
}

function headers(contract: Contract, response: Response, answer: Answer): string[] {
  return Object.entries(response.headers ?? {}).flatMap(([name, header]) => {
    const value = answer.headers[name.toLowerCase()];
    if (value === undefined) {
      return header.required === true ? [`the header ${name} is missing`] : [];
    }
    const number = header.schema.type === "integer" || header.schema.type === "number";
    const mismatch = contract.mismatch(header.schema, number ? Number(value) : value);
    return mismatch === undefined ? [] : [`the header ${name}: ${mismatch}`];
  });
}

function content(contract: Contract, response: Response, answer: Answer): string[] {
  const documented = response.content ?? {};
  const type = (answer.headers["content-type"] ?? "").replace(/;.*/, "").trim();
  if (Object.keys(documented).length === 0) {
    return answer.body.length === 0 ? [] : [`content (${type}) is not documented`];
  }
  const media = documented[type] ?? documented["*/*"];
  if (media === undefined) {
    return [type === "" ? "the content is missing" : `the media type ${type} is not documented`];
  }
  if (!type.endsWith("json") || media.schema === undefined) {
    return [];
  }
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(answer.body));
  } catch {
    return ["the content is no JSON"];
  }
  const mismatch = contract.mismatch(media.schema, body);
  if (mismatch !== undefined) {
    return [mismatch];
  }
  const told = (body as { status?: number }).status;
  return type === "application/problem+json" && told !== answer.status ? [`the problem's status is ${told}`] : [];
}
