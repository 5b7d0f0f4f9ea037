// Renders and checks each overlay; exit status 1 if there is a finding.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { cross } from './cross.mjs';
import { facts } from './facts.mjs';
import { fileRules } from './files.mjs';
import { here, ofKind, overlays, render } from './manifests.mjs';
import { expressionsOf } from './promql.mjs';
import { hasNoSchema, schema, unknownFields } from './schema.mjs';
import { security } from './security.mjs';

const code = facts();
let failed = 0;
const report = (title, findings) => {
  failed += findings.length;
  console.log(`${findings.length ? 'FAILED' : 'passed'}  ${title}`);
  findings.forEach(({ rule, where, message }) => console.log(`        ${rule}: ${where}: ${message}`));
};

mkdirSync(path.join(here, 'out'), { recursive: true });
report('files', fileRules());
for (const overlay of overlays()) {
  const objects = render(overlay);
  const without = objects.filter(hasNoSchema).map((object) => object.kind);
  report(`${overlay}: ${objects.length} objects against their schemas${without.length ? `, without ${without.join(', ')}` : ''}`, await schema(objects));
  report(`${overlay}: unknown fields`, unknownFields(objects));
  report(`${overlay}: Pod Security "restricted" and house rules`, security(objects, code));
  report(`${overlay}: cross-checks`, cross(overlay, objects, code));
  // For promtool.
  const rules = ofKind(objects, 'PrometheusRule');
  const panels = ofKind(objects, 'ConfigMap')
    .filter((map) => map.metadata.labels?.grafana_dashboard)
    .flatMap((map) => Object.values(map.data))
    .flatMap((dashboard) => expressionsOf(JSON.parse(dashboard)))
    .map(({ expression }, index) => ({ record: `panel:${index}`, expr: expression.replaceAll('$__rate_interval', '5m') }));
  if (panels.length) writeFileSync(path.join(here, 'out', `${overlay}-dashboards.yaml`), stringify({ groups: [{ name: 'panels', rules: panels }] }));
  if (rules.length) writeFileSync(path.join(here, 'out', `${overlay}-rules.yaml`), stringify({ groups: rules.flatMap((rule) => rule.spec.groups) }));
}
process.exit(failed ? 1 : 0);
