// HTTP client with persistent connections, one request in flight each; sends headers and bytes verbatim.

import { Agent, request } from "node:http";

export interface Request {
  method: string;
  /** Path and query, percent-encoded. */
  target: string;
  headers: Record<string, string>;
  body?: Buffer;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  millis: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * Sends a request to a service on this machine.
 *
 * @param from source address in the loopback network, by which rate limits are counted
 */
export function send(service: string, wanted: Request, from = "127.0.0.2"): Promise<Answer> {
  const { hostname, port } = new URL(service);
  if (!["localhost", "127.0.0.1"].includes(hostname)) {
    throw new Error(`${service} is not on this machine`);
  }
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: "127.0.0.1",
        port,
        localAddress: from,
        agent,
        method: wanted.method,
        path: wanted.target,
        headers: wanted.body === undefined ? wanted.headers : { ...wanted.headers, "Content-Length": String(wanted.body.length) },
        timeout: 30_000,
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => {
          const headers = Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]);
          resolve({
            status: answer.statusCode ?? 0,
            headers: Object.fromEntries(headers) as Record<string, string>,
            body: Buffer.concat(parts),
            millis: performance.now() - begun,
          });
        });
      },
    );
    call.on("timeout", () => call.destroy(new Error("no answer within 30 s")));
    call.on("error", reject);
    call.end(wanted.body);
  });
}

export function close(): void {
  agent.destroy();
}
