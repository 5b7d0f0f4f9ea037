// A stand-in for the kubelet: runs pods of the rendered overlay `office` with podman according to their manifests: images, commands,
// environment, volumes, users, read-only root, capabilities, memory limits, probes, graceful stop. Each pod has its own network
// namespace on a bridge. Not implemented: scheduling, restarts, network policies.
//
//   node pods.mjs prepare                      renders, creates the Secrets, and writes the contents of all volumes
//   node pods.mjs start POD | stop POD | kill POD | job POD | wait POD | args POD
//
// CCHC_PLAY is the work folder, PODMAN the command. Pods are named like their Deployment, StatefulSet, Job or CronJob; NAME.2 is the
// second replica of a Deployment.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environment, kubernetes, ofKind, podTemplate, read, render } from '../manifests.mjs';

const work = process.env.CCHC_PLAY;
const podman = (process.env.PODMAN ?? 'podman').split(' ');
const say = (text) => console.log(`   ${text}`);
const file = (...parts) => path.join(work, ...parts);

/** Addresses in the range that the overlay trusts as proxies (k3s). */
const ADDRESSES = { database: 10, broker: 11, 'plan-service': 21, 'feedback-service': 22, 'reporting-service': 23, 'plan-service.2': 31, 'feedback-service.2': 32, 'reporting-service.2': 33 };
const address = (pod) => `10.42.0.${ADDRESSES[pod] ?? 100 + (Math.abs([...pod].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)) % 100)}`;

function run(...command) {
  const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command.join(' ')}: ${status}\n${stderr}${stdout}`);
  return stdout;
}

function prepare() {
  const objects = render('office');
  const settings = objects.find((each) => each.kind === 'ConfigMap' && each.metadata.name.startsWith('cchc-settings'));
  if (process.env.CCHC_PLAY_ISSUER) settings.data.QUARKUS_OIDC_AUTH_SERVER_URL = process.env.CCHC_PLAY_ISSUER;
  const secrets = read(execFileSync(path.join(kubernetes, 'overlays/office/make-secrets'), { encoding: 'utf8' }), 'make-secrets');
  mkdirSync(file('volumes'), { recursive: true, mode: 0o711 });
  writeFileSync(file('objects.json'), JSON.stringify({ objects, secrets }), { mode: 0o600 });
  say(`${objects.length} objects rendered, ${secrets.length} Secrets made`);
}

const known = () => JSON.parse(readFileSync(file('objects.json'), 'utf8'));

/** The directory on the node for a volume of a pod, with the owner and modes that the kubelet would set. */
function volume(pod, spec, { name, ...source }, { objects, secrets }) {
  const folder = file('volumes', pod, name);
  const group = spec.securityContext?.fsGroup ?? 0;
  const fresh = !existsSync(folder);
  mkdirSync(folder, { recursive: true });
  if (source.emptyDir) {
    const size = source.emptyDir.sizeLimit ?? '64Mi';
    if (fresh) run('mount', '-t', 'tmpfs', '-o', `size=${size.replace('i', '')},mode=2777,gid=${group}`, 'none', folder);
    return folder;
  }
  if (source.persistentVolumeClaim) return claim(source.persistentVolumeClaim.claimName, group);
  const put = (items, mode) => {
    for (const [key, content] of items) {
      writeFileSync(path.join(folder, key), content);
      chownSync(path.join(folder, key), 0, group);
      chmodSync(path.join(folder, key), mode);
    }
  };
  const select = (data, items, encoding) => (items ?? Object.keys(data).map((key) => ({ key, path: key }))).map((item) => {
    if (!(item.key in data)) throw new Error(`${pod}: ${name} has no ${item.key}`);
    return [item.path, encoding ? Buffer.from(data[item.key] ?? '', encoding) : data[item.key]];
  });
  const secret = (wanted) => secrets.find((each) => each.metadata.name === wanted)?.data ?? (() => { throw new Error(`${pod}: no Secret ${wanted}`); })();
  const map = (wanted) => ofKind(objects, 'ConfigMap').find((each) => each.metadata.name === wanted).data;
  if (source.configMap) put(select(map(source.configMap.name), source.configMap.items), source.configMap.defaultMode ?? 0o644);
  else if (source.secret) put(select(secret(source.secret.secretName), source.secret.items, 'base64'), source.secret.defaultMode ?? 0o644);
  else if (source.projected) {
    for (const each of source.projected.sources) {
      if (each.secret?.optional && !secrets.some((known) => known.metadata.name === each.secret.name)) continue;
      if (each.secret) put(select(secret(each.secret.name), each.secret.items, 'base64'), source.projected.defaultMode ?? 0o644);
      else if (each.configMap) put(select(map(each.configMap.name), each.configMap.items), source.projected.defaultMode ?? 0o644);
      else throw new Error(`${pod}: a projected volume of an unknown kind`);
    }
  } else throw new Error(`${pod}: a volume of an unknown kind: ${JSON.stringify(source)}`);
  return folder;
}

function claim(name, group) {
  const folder = file('claims', name);
  mkdirSync(folder, { recursive: true });
  chownSync(folder, 0, group);
  chmodSync(folder, 0o2775);
  return folder;
}

function podOf(name, state) {
  const object = state.objects.filter(podTemplate).find((each) => each.metadata.name === name.replace(/\.2$/, ''));
  if (!object) throw new Error(`no pod ${name}; there are ${state.objects.filter(podTemplate).map((each) => each.metadata.name).join(', ')}`);
  return { object, spec: podTemplate(object).spec };
}

/** Public images for which `stand-ins` builds replacements on a machine without a registry. */
const STAND_INS = process.env.CCHC_PLAY_PUBLIC ? {} : { 'docker.io/library/postgres': 'localhost/cchc-play/postgres:18', 'docker.io/apache/kafka': 'localhost/cchc-play/kafka:4' };

/** CCHC_PLAY_TAG: the tag of another version of the services than the manifests name. */
function imageOf({ image }) {
  const tag = process.env.CCHC_PLAY_TAG;
  if (tag && image.startsWith('registry.example/cchc/')) return image.replace(/:[^:]*$/, `:${tag}`);
  return STAND_INS[image.replace(/:.*/, '')] ?? image;
}

const megabytes = (quantity) => Number(/^\d+/.exec(quantity)[0]) * (quantity.endsWith('Gi') ? 1024 : 1);

/** The options of `podman run` for one container of a pod. */
function argumentsOf(pod, { object, spec }, container, state) {
  const { runAsUser, runAsGroup, fsGroup } = { ...spec.securityContext, ...container.securityContext };
  const mounts = (container.volumeMounts ?? []).flatMap((mount) => {
    const own = spec.volumes?.find((each) => each.name === mount.name);
    const claimed = object.spec.volumeClaimTemplates?.find((each) => each.metadata.name === mount.name);
    const folder = claimed ? claim(`${mount.name}-${pod}-0`, fsGroup ?? 0) : volume(pod, spec, own, state);
    return ['--volume', `${folder}:${mount.mountPath}:${mount.readOnly ? 'ro' : 'rw'}`];
  });
  const env = Object.entries(environment(state.objects, container)).flatMap(([key, value]) => ['--env', `${key}=${value}`]);
  const memory = megabytes(container.resources.limits.memory);
  return [
    '--network', `ns:/run/netns/${pod}`, '--hostname', pod, '--no-hosts', '--volume', `${hosts(pod)}:/etc/hosts:ro`,
    '--user', `${runAsUser}:${runAsGroup}`, ...(fsGroup === undefined ? [] : ['--group-add', String(fsGroup)]),
    ...(container.securityContext.readOnlyRootFilesystem ? ['--read-only', '--read-only-tmpfs=false'] : []),
    '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--pids-limit', '1024',
    '--memory', `${memory}m`, '--memory-swap', `${memory}m`,
    ...(process.env.CCHC_PLAY_EXTRA ? process.env.CCHC_PLAY_EXTRA.split(' ') : []),
    ...mounts, ...env,
    ...(container.command ? ['--entrypoint', JSON.stringify(container.command)] : []),
    imageOf(container), ...(container.args ?? []),
  ];
}

/** /etc/hosts as written by the kubelet, with the pod's own name; plus the names that cluster DNS would resolve. */
function hosts(pod) {
  writeFileSync(file(`hosts.${pod}`), `${readFileSync(file('hosts'), 'utf8')}${address(pod)} ${pod}\n`);
  return file(`hosts.${pod}`);
}

function network(pod) {
  if (existsSync(`/run/netns/${pod}`)) return;
  const link = `v${address(pod).split('.').pop()}`;
  run('ip', 'netns', 'add', pod);
  run('ip', 'link', 'add', link, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', pod);
  run('ip', 'link', 'set', link, 'master', 'cchc0', 'up');
  run('ip', '-n', pod, 'link', 'set', 'lo', 'up');
  run('ip', '-n', pod, 'addr', 'add', `${address(pod)}/24`, 'dev', 'eth0');
  run('ip', '-n', pod, 'link', 'set', 'eth0', 'up');
  run('ip', '-n', pod, 'route', 'add', 'default', 'via', '10.42.0.1');
}

async function succeeds(pod, name, probe, container) {
  const bound = (probe.timeoutSeconds ?? 1) * 1000;
  const port = (wanted) => container.ports.find((each) => each.name === wanted || each.containerPort === wanted).containerPort;
  if (probe.httpGet) {
    try {
      const answer = await fetch(`http://${address(pod)}:${port(probe.httpGet.port)}${probe.httpGet.path}`, { signal: AbortSignal.timeout(bound) });
      return answer.status >= 200 && answer.status < 400;
    } catch {
      return false;
    }
  }
  if (probe.tcpSocket) {
    return new Promise((resolve) => {
      const socket = net.connect({ host: address(pod), port: port(probe.tcpSocket.port), timeout: bound });
      const end = (result) => { socket.destroy(); resolve(result); };
      socket.on('connect', () => end(true)).on('error', () => end(false)).on('timeout', () => end(false));
    });
  }
  return spawnSync(podman[0], [...podman.slice(1), 'exec', name, ...probe.exec.command], { timeout: bound + 2000 }).status === 0;
}

const running = (name) => run(...podman, 'inspect', '--format', '{{.State.Running}} {{.State.ExitCode}}', name).trim();

async function start(pod) {
  const state = known();
  const { object, spec } = podOf(pod, state);
  network(pod);
  for (const container of spec.initContainers ?? []) {
    run(...podman, 'run', '--rm', '--name', `${pod}-${container.name}`, ...argumentsOf(pod, { object, spec }, container, state));
  }
  const [container] = spec.containers;
  const begun = Date.now();
  run(...podman, 'run', '--detach', '--name', pod, ...argumentsOf(pod, { object, spec }, container, state));
  await wait(pod, container, begun);
}

/** The most memory that the container has been charged with, in MB: what its limit counts. Control groups of version 1 or 2. */
function mostMegabytes(pod) {
  const group = run(...podman, 'inspect', '--format', '{{.State.CgroupPath}}', pod).trim();
  const peak = [`/sys/fs/cgroup${group}/memory.peak`, `/sys/fs/cgroup/memory${group}/memory.max_usage_in_bytes`].find(existsSync);
  return peak ? Math.round(Number(readFileSync(peak, 'utf8')) / 1e6) : '?';
}

/** Runs startup, then readiness probe like the kubelet: returns the time until both succeed, or fails. */
async function wait(pod, container = podOf(pod, known()).spec.containers[0], begun = Date.now()) {
  for (const kind of ['startupProbe', 'readinessProbe']) {
    const probe = container[kind];
    let failures = 0;
    while (!(await succeeds(pod, pod, probe, container))) {
      const [up, code] = running(pod).split(' ');
      if (up !== 'true') throw new Error(`${pod} ended with ${code}:\n${run(...podman, 'logs', '--tail', '25', pod)}`);
      if (++failures >= (kind === 'startupProbe' ? probe.failureThreshold ?? 3 : 60)) throw new Error(`${pod}: ${kind} failed ${failures} times`);
      await sleep((probe.periodSeconds ?? 10) * 1000);
    }
  }
  if (container.livenessProbe && !(await succeeds(pod, pod, container.livenessProbe, container))) throw new Error(`${pod} is ready and not live`);
  say(`${pod} is ready after ${((Date.now() - begun) / 1000).toFixed(1)} s at ${address(pod)}, having used ${mostMegabytes(pod)} MB`);
}

async function job(pod, replaced) {
  const state = known();
  const found = podOf(pod, state);
  network(pod);
  const [container] = found.spec.containers;
  if (replaced.length) container.command = replaced;
  const tries = 1 + ((found.object.spec.jobTemplate ?? found.object).spec.backoffLimit ?? 6);
  for (let attempt = 1; ; attempt++) {
    const begun = Date.now();
    const options = argumentsOf(pod, found, container, state);
    const { status, stdout, stderr } = spawnSync(podman[0], [...podman.slice(1), 'run', '--rm', '--name', pod, ...options], { encoding: 'utf8', maxBuffer: 1 << 26 });
    writeFileSync(file(`${pod}.log`), stdout + stderr, { flag: 'a' });
    if (status === 0) {
      say(`${pod} is complete after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
      const told = replaced.length || found.object.kind === 'CronJob' ? stdout.trim().split('\n') : [];
      told.forEach(say);
      return;
    }
    if (attempt >= tries || replaced.length) throw new Error(`${pod} failed with ${status}:\n${(stdout + stderr).split('\n').slice(-25).join('\n')}`);
    await sleep(5000);
  }
}

async function stop(pod) {
  const { spec } = podOf(pod, known());
  const [container] = spec.containers;
  const pause = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
  await sleep(pause * 1000);
  const begun = Date.now();
  run(...podman, 'stop', '--time', String(spec.terminationGracePeriodSeconds - pause), pod);
  const code = running(pod).split(' ')[1];
  const took = (Date.now() - begun) / 1000;
  writeFileSync(file(`${pod}.log`), run('sh', '-c', `${podman.join(' ')} logs ${pod} 2>&1`), { flag: 'a' });
  run(...podman, 'rm', pod);
  say(`${pod} ended ${took.toFixed(1)} s after SIGTERM with ${code}`);
  if (container.lifecycle && !(code === '143' && took < spec.terminationGracePeriodSeconds - pause)) throw new Error(`${pod} did not end by SIGTERM within its grace`);
}

const [what, pod, ...rest] = process.argv.slice(2);
try {
  if (what === 'prepare') prepare();
  else if (what === 'start') await start(pod);
  else if (what === 'wait') await wait(pod);
  else if (what === 'stop') await stop(pod);
  else if (what === 'job') await job(pod, rest);
  else if (what === 'address') console.log(address(pod));
  else if (what === 'network') network(pod);
  else if (what === 'args') {
    const state = known();
    const found = podOf(pod, state);
    network(pod);
    console.log(argumentsOf(pod, found, found.spec.containers[0], state).join('\n'));
  } else throw new Error('prepare, start, wait, stop, job, network, address, args');
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
