// Schemas: types, enumerations and required fields by the validators of kubernetes-models; unknown fields by TypeScript's check for
// excess properties in literals.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { here, id } from './manifests.mjs';

const modules = path.join(here, 'node_modules');
const PACKAGES = [
  'kubernetes-models',
  ...['cert-manager', 'cloudnative-pg', 'external-secrets', 'gateway-api', 'keda', 'prometheus-operator', 'strimzi-kafka-operator'].map((name) => `@kubernetes-models/${name}`),
];

/** Kinds without a schema in any package; listed in README.md. */
const WITHOUT_SCHEMA = new Set([
  'barmancloud.cnpg.io/v1/ObjectStore',
  'gateway.envoyproxy.io/v1alpha1/BackendTrafficPolicy',
  'gateway.envoyproxy.io/v1alpha1/ClientTrafficPolicy',
]);

function moduleOf(object) {
  const [group, version] = object.apiVersion.includes('/') ? object.apiVersion.split('/') : ['', object.apiVersion];
  return PACKAGES.map((name) => [name, group, version, object.kind].filter(Boolean).join('/')).find((name) => existsSync(path.join(modules, `${name}.js`)));
}

export const hasNoSchema = (object) => WITHOUT_SCHEMA.has(`${object.apiVersion}/${object.kind}`);

export async function schema(objects) {
  const findings = [];
  for (const object of objects.filter((each) => !hasNoSchema(each))) {
    const module = moduleOf(object);
    if (!module) {
      findings.push({ rule: 'schema', where: id(object), message: `no schema for ${object.apiVersion}` });
      continue;
    }
    const Model = (await import(pathToFileURL(path.join(modules, `${module}.js`)))) [object.kind];
    try {
      new Model(structuredClone(object)).validate();
    } catch (error) {
      findings.push({ rule: 'schema', where: id(object), message: error.message.replace(/\s+/g, ' ') });
    }
  }
  return findings;
}

export function unknownFields(objects) {
  const checked = objects.filter((object) => !hasNoSchema(object) && moduleOf(object));
  const places = [];
  let source = '';
  checked.forEach((object, index) => {
    const text = `import type { I${object.kind} as T${index} } from '${moduleOf(object)}';\nexport const o${index}: T${index} = ${JSON.stringify(object, null, 1)};\n`;
    places.push({ from: source.length, to: source.length + text.length, object });
    source += text;
  });
  const folder = path.join(modules, '.literals');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'literals.ts');
  writeFileSync(file, source);
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .filter((each) => each.file?.fileName === file)
    .map((each) => ({
      rule: 'unknown-field',
      where: id(places.find(({ from, to }) => each.start >= from && each.start < to).object),
      message: ts.flattenDiagnosticMessageText(each.messageText, ' ').replace(/import\("[^"]*"\)\./g, '').slice(0, 220),
    }));
}
