// Facts from the code, with which the manifests are compared: topics, settings, metrics, roles.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { read, root, text } from './manifests.mjs';

const SHARED = 'platform/core/src/main/resources/META-INF/microprofile-config.properties';
const resources = (service) => `${service}/src/main/resources/application.properties`;

export const services = ['plan-service', 'feedback-service', 'reporting-service'];

function properties(file) {
  const lines = text(file).replace(/\\\n\s*/g, '').split('\n');
  return Object.fromEntries(
    lines
      .filter((line) => /^[^#!\s]/.test(line) && line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')).replace(/^%[^.]+\./, '').trim(), line.slice(line.indexOf('=') + 1).trim()]),
  );
}

function javaFiles(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return javaFiles(name);
    return entry.name.endsWith('.java') ? [name] : [];
  });
}

const kebab = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/** The properties of a @ConfigMapping interface; that of a map ends with a dot, after which any key may follow. */
function mapped(source) {
  const prefix = /@ConfigMapping\(prefix = "([^"]+)"/.exec(source)?.[1];
  if (!prefix) return [];
  const bodies = {};
  const open = [];
  let depth = 0;
  for (const token of source.replace(/\/\*[\s\S]*?\*\/|"(\\.|[^"\\])*"/g, '').matchAll(/interface (\w+)[^{]*\{|[{}]|([\w<>, .]+?)\s+(\w+)\(\);/g)) {
    if (token[1]) {
      open.push({ name: token[1], depth: ++depth });
      bodies[token[1]] = [];
    } else if (token[0] === '{') depth++;
    else if (token[0] === '}') {
      if (open.at(-1)?.depth === depth) open.pop();
      depth--;
    } else if (open.length) bodies[open.at(-1).name].push({ type: token[2].trim(), name: token[3] });
  }
  const expand = (type, at) =>
    bodies[type].flatMap(({ type: inner, name }) => {
      const property = `${at}.${kebab(name)}`;
      if (inner.startsWith('Map<')) return [`${property}.`];
      return bodies[inner] ? expand(inner, property) : [property];
    });
  return bodies[Object.keys(bodies)[0]] ? expand(Object.keys(bodies)[0], prefix) : [];
}

const BODY = 'quarkus.http.limits.max-body-size';
const megabytes = (size) => Number(/^(\d+)M$/.exec(size)[1]);

/** First segments of the pages for people, which are beside the API: "/tra-cuu". */
const pages = (service) => [
  ...new Set(
    javaFiles(`${service}/src/main/java`)
      .flatMap((file) => [.../^@Path\("(\/[^/"]+)/gm.exec(text(file)) ?? []].slice(1))
      .filter((segment) => segment !== '/api'),
  ),
];

const TABLE = 'deploy/SETTINGS.md';
/** Metrics published by running services; recorded by `metrics` in this directory, which compares them in CI. */
const METRICS = 'deploy/kubernetes/check/metrics.txt';

/** The generated table of all settings: one row each, with the services that read it. */
function table() {
  if (!existsSync(path.join(root, TABLE))) return [];
  const [head, , ...rows] = text(TABLE)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim()));
  return rows.map((row) => {
    const cell = (name) => row[head.indexOf(name)].replaceAll('`', '');
    return { name: cell('setting'), service: cell('service'), secret: cell('secret') !== '', required: cell('required') !== '' };
  });
}

export function facts() {
  const shared = properties(SHARED);
  const own = Object.fromEntries(services.map((service) => [service, properties(resources(service))]));
  const sources = ['platform/core/src/main/java', ...services.map((service) => `${service}/src/main/java`)].flatMap(javaFiles);
  const code = sources.map((file) => text(file));
  const list = (value) => (value ?? '').split(',').filter(Boolean);

  const settings = table();
  const known = new Set(settings.map((setting) => setting.name));
  if (known.size === 0) {
    [shared, ...Object.values(own)].flatMap(Object.keys).forEach((property) => known.add(property));
    for (const source of code) {
      mapped(source).forEach((property) => known.add(property));
      for (const [, name] of source.matchAll(/@ConfigProperty\(name = "([^"]+)"/g)) known.add(name);
    }
  }
  const others = read(text('deploy/kubernetes/check/settings.yaml'), 'settings.yaml')[0];
  Object.keys(others).forEach((property) => known.add(property));

  const metrics = new Set(
    text(METRICS)
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim().split(' ')[0])
      .filter(Boolean),
  );

  const role = text('platform/core/src/main/java/vn/cchc/platform/access/Role.java').replace(/\/\*[\s\S]*?\*\//g, '');
  const partitions = /@WithDefault\("(\d+)"\)\s*int partitions\(\)/.exec(text('platform/core/src/main/java/vn/cchc/platform/event/EventConfig.java'));
  const sizes = text('platform/core/src/main/java/vn/cchc/platform/database/SizesByCores.java');
  const number = (name) => Number(new RegExp(`${name} = (\\d+)`).exec(sizes)[1]);
  const image = text('deploy/kubernetes/image/Containerfile');
  const gigabytesOfForms = Number(/@WithDefault\("(\d+)G"\)\s*MemorySize disk\(\)/.exec(text('platform/core/src/main/java/vn/cchc/platform/http/RequestBodyConfig.java'))[1]);

  return {
    settings,
    owned: Object.fromEntries(services.map((service) => [service, list(own[service]['cchc.events.owned']).map((kind) => `cchc.${kind}`)])),
    heard: Object.fromEntries(services.map((service) => [service, list(own[service]['cchc.events.topics'])])),
    partitions: Number(partitions[1]),
    fewestConnections: number('FEWEST_CONNECTIONS'),
    mostConnections: number('MOST_CONNECTIONS'),
    postgres: /<embedded-postgres-binaries.version>(\d+\.\d+)\.\d+</.exec(text('pom.xml'))[1],
    shutdownSeconds: Number(/^(\d+)s$/.exec(shared['quarkus.shutdown.timeout'])[1]),
    pages: Object.fromEntries(services.map((service) => [service, pages(service)])),
    // Forms under way on disk, and two copies of 20 MB of a file that is checked by each of the workers of two processors.
    uploadMegabytes: 1024 * gigabytesOfForms + (2 * 20 * number('FEWEST_CONNECTIONS') * 3) / 2,
    bodyMegabytes: Object.fromEntries(services.map((service) => [service, megabytes(own[service][BODY] ?? shared[BODY])])),
    known,
    metrics,
    roles: [...role.slice(role.indexOf('enum Role'), role.indexOf(';', role.indexOf('enum Role')) + 1).matchAll(/^ {4}([A-Z]+)[,;]?$/gm)].map(([, name]) => name.toLowerCase()),
    heapMegabytes: Number(/-Xmx(\d+)m/.exec(image)[1]),
    classesMegabytes: Number(/-XX:MetaspaceSize=(\d+)m/.exec(image)[1]),
    user: Number(/^USER (\d+):/m.exec(image)[1]),
  };
}

export const variable = (property) => property.replace(/[^A-Za-z0-9]/g, '_').toUpperCase();

export function isKnown(facts, name, form = (property) => property) {
  for (const property of facts.known) {
    if (property.endsWith('.') ? form(name).startsWith(form(property)) : form(name) === form(property)) return true;
  }
  return false;
}
