// Writes an HAProxy configuration with the paths, hosts and limits of the rendered Ingresses to standard output.
//   node gateway.mjs CERTIFICATE HOST=ADDRESS…        HOST is a Service
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ofKind } from '../manifests.mjs';

const { objects } = JSON.parse(readFileSync(path.join(process.env.CCHC_PLAY, 'objects.json'), 'utf8'));
const [certificate, ...pairs] = process.argv.slice(2);
const servers = {};
for (const [service, address] of pairs.map((pair) => pair.split('='))) (servers[service] ??= []).push(address);
const front = [];
const back = [];
for (const ingress of ofKind(objects, 'Ingress')) {
  const of = (name) => ingress.metadata.annotations[`haproxy-ingress.github.io/${name}`];
  for (const { host, http } of ingress.spec.rules) {
    for (const { path: prefix, pathType, backend } of http.paths) {
      const matches = pathType === 'Exact' ? `{ path ${prefix} }` : `{ path_beg ${prefix} }`;
      front.push(`  use_backend ${backend.service.name} if { req.hdr(host),lower ${host} } ${matches}`);
    }
  }
  const name = ingress.metadata.name;
  back.push(
    `backend ${name}`,
    '  stick-table type ipv6 size 100k expire 1m store http_req_rate(1s),conn_cur',
    '  http-request track-sc1 src',
    `  http-request deny deny_status 429 if { sc_http_req_rate(1) gt ${of('limit-rps')} }`,
    `  http-request deny deny_status 413 if { req.hdr_val(content-length) gt ${Number.parseInt(of('proxy-body-size'), 10) * 1024 * 1024} }`,
    `  timeout server ${of('timeout-server')}`,
    '  option httpchk GET /q/health/ready',
    ...servers[name].map((address, index) => `  server ${name}-${index} ${address}:8080 check port ${process.env.CCHC_PLAY_HEALTH ?? 9000} inter 1s fall 3 rise 1`),
  );
}
console.log(`global
  maxconn 2000
  stats socket ${process.env.CCHC_PLAY}/haproxy.sock mode 600 level admin
defaults
  mode http
  timeout connect 3s
  timeout check 2s
  timeout client 3m
  timeout http-request 30s
  timeout server 12m
  option forwardfor
  option redispatch
  retries 3
  retry-on conn-failure
frontend https
  bind :443 ssl crt ${certificate} alpn h2,http/1.1
  http-response set-header Strict-Transport-Security max-age=15768000
${front.join('\n')}
  default_backend none
backend none
  http-request return status 404
${back.join('\n')}`);
