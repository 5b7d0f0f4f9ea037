// A receiver of OTLP over gRPC on loopback: Google's implementation of gRPC and OpenTelemetry's messages, neither of them the services'.
//
//   node collector.mjs PORT
//
// Prints a JSON object a line: {"port"} once it listens, then for each export {"bytes"}, the message as received (base64), and
// {"span"} for each span in it. Reads from standard input: "mute", answer no export any more; "speak", answer them again, those
// that have waited included.
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const root = createRequire(import.meta.url)('@opentelemetry/otlp-transformer/build/src/generated/root.js');
const { ExportTraceServiceRequest, ExportTraceServiceResponse } = root.opentelemetry.proto.collector.trace.v1;
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

const value = (any) => {
  const kind = Object.keys(any ?? {})[0];
  if (kind === 'arrayValue') return (any.arrayValue.values ?? []).map(value);
  return kind === 'intValue' ? Number(any.intValue) : any?.[kind];
};
const attributes = (list) => Object.fromEntries((list ?? []).map(({ key, value: any }) => [key, value(any)]));
const hex = (bytes) => Buffer.from(bytes ?? '', 'base64').toString('hex');

function spans(request) {
  const { resourceSpans = [] } = ExportTraceServiceRequest.toObject(request, { longs: String, enums: String, bytes: String });
  return resourceSpans.flatMap(({ resource, scopeSpans = [] }) =>
    scopeSpans.flatMap(({ spans: all = [] }) =>
      all.map((span) => ({
        resource: attributes(resource?.attributes),
        trace: hex(span.traceId),
        id: hex(span.spanId),
        parent: hex(span.parentSpanId),
        name: span.name,
        kind: (span.kind ?? '').replace('SPAN_KIND_', ''),
        start: span.startTimeUnixNano,
        end: span.endTimeUnixNano,
        attributes: attributes(span.attributes),
        events: (span.events ?? []).length,
        links: (span.links ?? []).map((link) => ({ trace: hex(link.traceId), id: hex(link.spanId) })),
        status: { code: (span.status?.code ?? 'STATUS_CODE_UNSET').replace('STATUS_CODE_', ''), message: span.status?.message ?? '' },
      })),
    ),
  );
}

let mute = false;
const waiting = [];
const server = new Server({ 'grpc.max_receive_message_length': 64 * 1024 * 1024 });
server.addService(
  {
    Export: {
      path: '/opentelemetry.proto.collector.trace.v1.TraceService/Export',
      requestStream: false,
      responseStream: false,
      requestDeserialize: (bytes) => ({ bytes, request: ExportTraceServiceRequest.decode(bytes) }),
      responseSerialize: (answer) => Buffer.from(ExportTraceServiceResponse.encode(answer).finish()),
    },
  },
  {
    Export: ({ request: { bytes, request } }, answer) => {
      say({ bytes: bytes.toString('base64') });
      spans(request).forEach((span) => say({ span }));
      if (mute) waiting.push(answer);
      else answer(null, {});
    },
  },
);
server.bindAsync(`127.0.0.1:${process.argv[2]}`, ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  say({ port });
});
createInterface(process.stdin)
  .on('line', (line) => {
    mute = line === 'mute';
    if (!mute) waiting.splice(0).forEach((answer) => answer(null, {}));
  })
  .on('close', () => process.exit());
