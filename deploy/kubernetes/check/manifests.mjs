// Rendering, and queries on rendered manifests.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

export const here = path.dirname(fileURLToPath(import.meta.url));
export const kubernetes = path.dirname(here);
export const root = path.resolve(here, '../../..');

const FOLDERS = ['overlays', 'check/variants'];

/** The rendered kustomizations by name. */
export const overlays = () => FOLDERS.flatMap((folder) => readdirSync(path.join(kubernetes, folder)).sort());

const folderOf = (overlay) => FOLDERS.map((folder) => path.join(kubernetes, folder, overlay)).find(existsSync);

/** Objects of YAML text; a duplicate key is an error. */
export function read(text, name) {
  return parseAllDocuments(text, { uniqueKeys: true }).flatMap((document) => {
    if (document.errors.length) throw new Error(`${name}: ${document.errors[0].message}`);
    const object = document.toJS();
    return object ? [object] : [];
  });
}

export function render(overlay) {
  const kubectl = process.env.KUBECTL ?? 'kubectl';
  const text = execFileSync(kubectl, ['kustomize', folderOf(overlay)], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return read(text, overlay);
}

const scripted = {};

/** The Secrets written by the overlay's script, which runs once: it makes keys. */
export function scriptedSecrets(overlay) {
  const script = path.join(folderOf(overlay), 'make-secrets');
  return (scripted[overlay] ??= existsSync(script) ? read(execFileSync(script, { encoding: 'utf8' }), script) : []);
}

export const text = (...parts) => readFileSync(path.join(root, ...parts), 'utf8');

export const id = (object) => `${object.kind}/${object.metadata?.name}`;

export const ofKind = (objects, ...kinds) => objects.filter((object) => kinds.includes(object.kind));

/** The pod template of a Kubernetes object. */
export function podTemplate(object) {
  switch (object.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'Job':
      return object.spec.template;
    case 'CronJob':
      return object.spec.jobTemplate.spec.template;
    case 'Pod':
      return object;
    default:
      return undefined;
  }
}

/** All pods: those of templates, and those created by operators, by their labels. */
export function pods(objects) {
  const templates = objects
    .filter(podTemplate)
    .map((object) => ({ owner: object, labels: podTemplate(object).metadata?.labels ?? {}, spec: podTemplate(object).spec }));
  const databases = ofKind(objects, 'Cluster').map((object) => ({
    owner: object,
    labels: { 'cnpg.io/cluster': object.metadata.name, ...object.spec.inheritedMetadata?.labels },
  }));
  const brokers = ofKind(objects, 'KafkaNodePool').map((object) => ({
    owner: object,
    labels: {
      'strimzi.io/cluster': object.metadata.labels['strimzi.io/cluster'],
      'strimzi.io/pool-name': object.metadata.name,
      ...object.spec.template?.pod?.metadata?.labels,
    },
  }));
  // Those of an ACME issuer with HTTP-01, which cert-manager starts for a while.
  const solvers = ofKind(objects, 'Certificate').map((object) => ({ owner: object, labels: { 'acme.cert-manager.io/http01-solver': 'true' } }));
  return [...templates, ...databases, ...brokers, ...solvers];
}

export function selects(selector, labels) {
  if (!selector) return false;
  const { matchLabels, matchExpressions } =
    'matchLabels' in selector || 'matchExpressions' in selector ? selector : { matchLabels: selector };
  const equal = Object.entries(matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return (
    equal &&
    (matchExpressions ?? []).every(({ key, operator, values }) => {
      switch (operator) {
        case 'In':
          return values.includes(labels[key]);
        case 'NotIn':
          return !values.includes(labels[key]);
        case 'Exists':
          return key in labels;
        case 'DoesNotExist':
          return !(key in labels);
        default:
          throw new Error(`Unknown operator ${operator}`);
      }
    })
  );
}

/** Of `name:tag`, `name@digest` or `name:tag@digest`; tag and digest are undefined where there is none. */
export function partsOfImage(image) {
  const [, name, tag, digest] = /^(.*?)(?::([^:/@]+))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(image);
  return { name, tag, digest };
}

export const containers = (spec) => [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])];

/** The environment of a container from literals and ConfigMaps, in Kubernetes' order of precedence. */
export function environment(objects, container) {
  const maps = Object.fromEntries(ofKind(objects, 'ConfigMap').map((map) => [map.metadata.name, map.data ?? {}]));
  const values = {};
  for (const { configMapRef } of container.envFrom ?? []) if (configMapRef) Object.assign(values, maps[configMapRef.name]);
  for (const { name, value } of container.env ?? []) if (value !== undefined) values[name] = value;
  return values;
}
