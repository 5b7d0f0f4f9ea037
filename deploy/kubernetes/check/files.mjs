// Rules about the files themselves.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { here, kubernetes, root } from './manifests.mjs';

const SKIPPED = new Set(['node_modules', 'out', 'package-lock.json']);

export function files(folder = kubernetes) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const name = path.join(folder, entry.name);
    return entry.isDirectory() ? files(name) : [name];
  });
}

// Split, so that this file does not match itself.
const UNFINISHED = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((word) => `\\b${word}\\b`).join('|'));
const OF_ONE_MACHINE = new RegExp(['/ho' + 'me/', '/ro' + 'ot/', '/tmp/[a-z0-9]*\\d', '/wo' + 'rk/'].join('|'));

const SECTIONS = ['What people notice', 'First look', 'Causes, and how to tell', 'What to do', 'Whom to call, when', 'Never'];
const RUNBOOK = path.join(kubernetes, 'components/monitoring/runbook');

/** The pages of the runbook by alert. */
export function runbook(read = (name) => readFileSync(name, 'utf8')) {
  const names = readdirSync(RUNBOOK).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return Object.fromEntries(names.map((name) => [name.replace(/\.md$/, ''), read(path.join(RUNBOOK, name))]));
}

/** @param read returns the text of a file; replaced by the self-test to plant errors */
export function fileRules(read = (name) => readFileSync(name, 'utf8')) {
  const findings = [];
  for (const name of files()) {
    const where = path.relative(kubernetes, name);
    read(name)
      .split('\n')
      .forEach((line, index) => {
        if (UNFINISHED.test(line)) findings.push({ rule: 'unfinished', where: `${where}:${index + 1}`, message: line.trim() });
        if (OF_ONE_MACHINE.test(line)) findings.push({ rule: 'machine-path', where: `${where}:${index + 1}`, message: line.trim() });
      });
  }
  for (const [page, content] of Object.entries(runbook(read))) {
    const found = [...content.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    if (found.join() !== SECTIONS.join()) findings.push({ rule: 'page', where: page, message: `has not the sections ${SECTIONS.join(', ')}` });
  }
  for (const name of files().filter((each) => each.endsWith('.md'))) {
    for (const [, target] of read(name).matchAll(/\]\(([^)#\s]+)(?:#[^)\s]*)?\)/g)) {
      if (!/^[a-z]+:/.test(target) && !existsSync(path.resolve(path.dirname(name), target))) findings.push({ rule: 'link', where: path.relative(kubernetes, name), message: `${target} does not exist` });
    }
  }
  const job = /^ {2}name: (broker-topics-\d+)$/m.exec(read(path.join(kubernetes, 'overlays/office/broker/topics-job.yaml')))[1];
  for (const name of [...files(), path.join(root, 'platform/docs/restore.md')].filter((each) => /\.md$|\/kind$|\/play$/.test(each))) {
    for (const [named] of read(name).matchAll(/broker-topics-\d+/g)) {
      if (named !== job) findings.push({ rule: 'job', where: path.relative(kubernetes, name), message: `${named}: the Job of the topics is ${job}` });
    }
  }
  if (/"resolved"/.test(read(path.join(here, 'package-lock.json')))) findings.push({ rule: 'registry', where: 'check/package-lock.json', message: 'names a registry: npm install --omit-lockfile-registry-resolved' });
  for (const folder of readdirSync(path.join(kubernetes, 'components'))) {
    if (!files(path.join(kubernetes, 'components', folder)).some((name) => name.endsWith('README.md'))) findings.push({ rule: 'readme', where: `components/${folder}`, message: 'has no README.md' });
  }
  return findings;
}
