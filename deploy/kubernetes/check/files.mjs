// Rules about the files themselves.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { here, kubernetes } from './manifests.mjs';

const SKIPPED = new Set(['node_modules', 'out', 'package-lock.json']);

export function files(folder = kubernetes) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const name = path.join(folder, entry.name);
    return entry.isDirectory() ? files(name) : [name];
  });
}

// Written in two parts, so that this file does not find itself.
const UNFINISHED = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((word) => `\\b${word}\\b`).join('|'));
const OF_ONE_MACHINE = new RegExp(['/ho' + 'me/', '/ro' + 'ot/', '/tmp/[a-z0-9]*\\d', '/wo' + 'rk/'].join('|'));

/** @param read gives the text of a file; the self-test puts errors into it */
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
  if (/"resolved"/.test(read(path.join(here, 'package-lock.json')))) findings.push({ rule: 'registry', where: 'check/package-lock.json', message: 'names a registry: npm install --omit-lockfile-registry-resolved' });
  for (const folder of readdirSync(path.join(kubernetes, 'components'))) {
    if (!files(path.join(kubernetes, 'components', folder)).some((name) => name.endsWith('README.md'))) findings.push({ rule: 'readme', where: `components/${folder}`, message: 'has no README.md' });
  }
  return findings;
}
