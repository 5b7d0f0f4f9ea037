// Checks pod templates against Pod Security "restricted", as applied by admission, and against our own rules.
import { containers, id, ofKind, partsOfImage, podTemplate } from './manifests.mjs';

const VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
const SYSCTLS = /^(kernel\.shm_rmid_forced|net\.ipv4\.(ip_local_port_range|ip_unprivileged_port_start|tcp_syncookies|ping_group_range|ip_local_reserved_ports|tcp_keepalive_time|tcp_fin_timeout|tcp_keepalive_intvl|tcp_keepalive_probes))$/;

export function security(objects, facts) {
  const findings = [];
  const say = (rule, where, message) => findings.push({ rule, where, message });

  for (const namespace of ofKind(objects, 'Namespace')) {
    if (namespace.metadata.labels?.['pod-security.kubernetes.io/enforce'] !== 'restricted') {
      say('namespace-restricted', id(namespace), 'does not enforce the level restricted');
    }
  }
  for (const object of objects) {
    const spec = podTemplate(object)?.spec;
    if (!spec) continue;
    const pod = spec.securityContext ?? {};
    for (const key of ['hostNetwork', 'hostPID', 'hostIPC']) if (spec[key]) say('host-namespaces', id(object), key);
    for (const sysctl of pod.sysctls ?? []) if (!SYSCTLS.test(sysctl.name)) say('sysctls', id(object), sysctl.name);
    for (const volume of spec.volumes ?? []) {
      if (!VOLUMES.some((type) => type in volume)) say('volume-types', id(object), `volume ${volume.name}`);
      if (volume.emptyDir && !volume.emptyDir.sizeLimit) say('empty-dir-size', id(object), `volume ${volume.name} has no sizeLimit`);
    }
    if (spec.automountServiceAccountToken !== false) say('no-token', id(object), 'automountServiceAccountToken must be false');
    for (const container of containers(spec)) {
      const own = container.securityContext ?? {};
      const where = `${id(object)}/${container.name}`;
      const effective = (key) => own[key] ?? pod[key];
      if (own.privileged) say('privileged', where, 'privileged');
      if (own.allowPrivilegeEscalation !== false) say('privilege-escalation', where, 'allowPrivilegeEscalation must be false');
      if (!(own.capabilities?.drop ?? []).includes('ALL')) say('capabilities', where, 'capabilities.drop must have ALL');
      if ((own.capabilities?.add ?? []).some((name) => name !== 'NET_BIND_SERVICE')) say('capabilities', where, 'capabilities.add');
      if (effective('runAsNonRoot') !== true) say('non-root', where, 'runAsNonRoot must be true');
      if (effective('runAsUser') === 0) say('non-root', where, 'runAsUser is 0');
      if (!['RuntimeDefault', 'Localhost'].includes(effective('seccompProfile')?.type)) say('seccomp', where, 'seccompProfile must be RuntimeDefault');
      if (own.procMount && own.procMount !== 'Default') say('proc-mount', where, own.procMount);
      if ((container.ports ?? []).some((port) => port.hostPort)) say('host-ports', where, 'hostPort');
      // Our own rules.
      if (own.readOnlyRootFilesystem !== true) say('read-only-root', where, 'readOnlyRootFilesystem must be true');
      const { requests, limits } = container.resources ?? {};
      if (!requests?.cpu || !requests?.memory || !limits?.memory) say('resources', where, 'needs requests of cpu and memory, and a limit of memory');
      if (limits?.cpu) say('no-cpu-limit', where, 'a limit of cpu slows the start');
      const { name, tag, digest } = partsOfImage(container.image);
      if (name.includes('@') || (!tag && !digest) || tag === 'latest') say('image-tag', where, `${container.image} has neither a fixed tag nor a digest`);
      for (const variable of container.env ?? []) {
        if (/PASSWORD$|SECRET|TOKEN$|_KEY$|JAAS/.test(variable.name)) say('secret-in-environment', where, `${variable.name}: secrets are files`);
      }
      if (['Deployment', 'StatefulSet'].includes(object.kind) && spec.containers.includes(container)) {
        for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) if (!container[probe]) say('probes', where, `no ${probe}`);
      }
    }
    if (object.kind === 'Deployment' && pod.runAsUser !== facts.user) say('image-user', id(object), `runAsUser is not the image's (${facts.user})`);
  }
  for (const map of ofKind(objects, 'ConfigMap')) {
    for (const key of Object.keys(map.data ?? {})) {
      if (/^[A-Z_]*(PASSWORD|JAAS_CONFIG|SECRET|TRACKING_KEY)$/.test(key)) say('secret-in-configmap', id(map), key);
    }
  }
  return findings;
}
