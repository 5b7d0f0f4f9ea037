// Checks the consistency of the manifests with one another and with the services.
import path from 'node:path';
import { containers, environment, id, ofKind, partsOfImage, podTemplate, pods, scriptedSecrets, selects } from './manifests.mjs';
import { isKnown, services, variable } from './facts.mjs';
import { runbook } from './files.mjs';
import { expressionsOf, metricsOf } from './promql.mjs';

const PROBES = { startupProbe: '/q/health/started', readinessProbe: '/q/health/ready', livenessProbe: '/q/health/live' };
/** Seconds that a container has to run, so that its next restart is not delayed by those before. */
const BACK_OFF_RESET = 600;
/** Connections of each replica outside its pool: the relay's lease and the database probe (database.Connections). */
const OUTSIDE_THE_POOL = 2;
/** Flyway in the migration Job. */
const OF_A_MIGRATION = 2;
/** superuser_reserved_connections, the operator or a monitor, a person with psql. */
const RESERVED = 10;

const ofService = (object) => object.metadata?.labels?.['app.kubernetes.io/name'];
const isService = (object) => object.metadata?.labels?.['app.kubernetes.io/component'] === 'service';

export function cross(overlay, objects, facts) {
  const findings = [];
  const say = (rule, where, message) => findings.push({ rule, where: typeof where === 'string' ? where : id(where), message });
  const context = { overlay, objects, facts, say, pods: pods(objects), deployments: ofKind(objects, 'Deployment').filter(isService) };
  for (const check of [
    deployed, references, selectors, ports, reached, management, routes, probes, shutdown, budgets, replicas, connections, topics, backups, secrets, volumes, settings, peers, database, traces, mails, jobs, memory, labels, rules, watched, dashboards, realm,
  ]) {
    check(context);
  }
  return findings;
}

function deployed({ deployments, say }) {
  for (const service of services) {
    if (!deployments.some((each) => each.metadata.name === service)) say('deployed', service, 'has no Deployment');
  }
}

/** ConfigMaps, service accounts and priority classes that pods name. */
function references({ objects, say }) {
  const maps = ofKind(objects, 'ConfigMap');
  const need = (where, name, key) => {
    const map = maps.find((each) => each.metadata.name === name);
    if (!map) say('reference', where, `ConfigMap ${name} does not exist`);
    else if (key && !(key in (map.data ?? {}))) say('reference', where, `ConfigMap ${name} has no ${key}`);
  };
  for (const object of objects.filter(podTemplate)) {
    const spec = podTemplate(object).spec;
    for (const volume of spec.volumes ?? []) {
      const claim = volume.persistentVolumeClaim?.claimName;
      if (claim && !ofKind(objects, 'PersistentVolumeClaim').some((each) => each.metadata.name === claim)) say('reference', object, `PersistentVolumeClaim ${claim} does not exist`);
      for (const source of [volume, ...(volume.projected?.sources ?? [])]) {
        if (!source.configMap) continue;
        const name = source.configMap.name;
        need(object, name);
        (source.configMap.items ?? []).forEach((item) => need(object, name, item.key));
      }
    }
    for (const container of containers(spec)) {
      (container.envFrom ?? []).forEach((from) => from.configMapRef && need(object, from.configMapRef.name));
      (container.env ?? []).forEach(({ valueFrom }) => valueFrom?.configMapKeyRef && need(object, valueFrom.configMapKeyRef.name, valueFrom.configMapKeyRef.key));
    }
    if (spec.serviceAccountName && !ofKind(objects, 'ServiceAccount').some((each) => each.metadata.name === spec.serviceAccountName)) {
      say('reference', object, `ServiceAccount ${spec.serviceAccountName} does not exist`);
    }
    if (spec.priorityClassName && !ofKind(objects, 'PriorityClass').some((each) => each.metadata.name === spec.priorityClassName)) {
      say('reference', object, `PriorityClass ${spec.priorityClassName} does not exist`);
    }
  }
  for (const trigger of ofKind(objects, 'TriggerAuthentication')) (trigger.spec.configMapTargetRef ?? []).forEach((ref) => need(trigger, ref.name, ref.key));
}

function selectors({ objects, pods: all, say }) {
  const matching = (selector) => all.filter((pod) => selects(selector, pod.labels));
  for (const object of ofKind(objects, 'Service', 'PodDisruptionBudget')) {
    const owners = matching(object.spec.selector).map((pod) => id(pod.owner));
    if (owners.length === 0) say('selector', object, 'selects no pod');
    else if (new Set(owners).size > 1) say('selector', object, `selects pods of ${[...new Set(owners)].join(', ')}`);
  }
  for (const object of ofKind(objects, 'Deployment', 'StatefulSet')) {
    const owners = matching(object.spec.selector).map((pod) => id(pod.owner));
    if (owners.length !== 1 || owners[0] !== id(object)) say('selector', object, `selects pods of ${owners.join(', ') || 'nobody'}`);
    for (const { labelSelector } of podTemplate(object).spec.topologySpreadConstraints ?? []) {
      const spread = matching(labelSelector).map((pod) => id(pod.owner));
      if (spread.length !== 1 || spread[0] !== id(object)) say('spread', object, `spreads over pods of ${spread.join(', ') || 'nobody'}`);
    }
  }
  for (const object of ofKind(objects, 'PodMonitor')) if (matching(object.spec.selector).length === 0) say('selector', object, 'selects no pod');
  for (const policy of ofKind(objects, 'NetworkPolicy')) {
    const own = matching(policy.spec.podSelector);
    // The pods of another component's operator may be missing.
    if (own.length === 0) say('selector', policy, 'selects no pod');
    const peersOf = [...(policy.spec.ingress ?? []).flatMap((rule) => rule.from ?? []), ...(policy.spec.egress ?? []).flatMap((rule) => rule.to ?? [])];
    for (const peer of peersOf) if (peer.podSelector && !peer.namespaceSelector && matching(peer.podSelector).length === 0) say('selector', policy, 'names pods that do not exist');
  }
  const denies = ofKind(objects, 'NetworkPolicy').some(
    ({ spec }) => Object.keys(spec.podSelector).length === 0 && spec.policyTypes?.length === 2 && !spec.ingress && !spec.egress,
  );
  const dns = ofKind(objects, 'NetworkPolicy').some(
    ({ spec }) => Object.keys(spec.podSelector).length === 0 && (spec.egress ?? []).some((rule) => ['UDP', 'TCP'].every((protocol) => (rule.ports ?? []).some((port) => port.port === 53 && port.protocol === protocol))),
  );
  if (!denies) say('default-deny', 'NetworkPolicy', 'nothing denies by default');
  if (denies && !dns) say('dns', 'NetworkPolicy', 'denies by default, and names cannot be resolved');
}

function ports({ objects, pods: all, say }) {
  const names = (spec) => (spec?.containers ?? []).flatMap((container) => (container.ports ?? []).flatMap((port) => [port.name, port.containerPort]));
  for (const object of objects.filter(podTemplate)) {
    const numbers = containers(podTemplate(object).spec).flatMap((container) => (container.ports ?? []).map((port) => port.containerPort));
    if (new Set(numbers).size < numbers.length) say('port', object, 'two ports of a pod have one number');
    for (const container of containers(podTemplate(object).spec)) {
      for (const probe of Object.keys(PROBES)) {
        const port = container[probe]?.httpGet?.port ?? container[probe]?.tcpSocket?.port;
        if (port !== undefined && !names({ containers: [container] }).includes(port)) say('port', object, `${probe} asks the port ${port}, which does not exist`);
      }
    }
  }
  for (const service of ofKind(objects, 'Service')) {
    for (const pod of all.filter((each) => each.spec && selects(service.spec.selector, each.labels))) {
      for (const port of service.spec.ports) {
        if (!names(pod.spec).includes(port.targetPort ?? port.port)) say('port', service, `targetPort ${port.targetPort} does not exist in ${id(pod.owner)}`);
      }
    }
  }
  for (const monitor of ofKind(objects, 'PodMonitor')) {
    for (const pod of all.filter((each) => each.spec && selects(monitor.spec.selector, each.labels))) {
      for (const { port } of monitor.spec.podMetricsEndpoints) if (!names(pod.spec).includes(port)) say('port', monitor, `${port} does not exist in ${id(pod.owner)}`);
    }
  }
  for (const policy of ofKind(objects, 'NetworkPolicy')) {
    for (const { ports: open = [] } of policy.spec.ingress ?? []) {
      for (const pod of all.filter((each) => each.spec && Object.keys(policy.spec.podSelector).length && selects(policy.spec.podSelector, each.labels))) {
        for (const { port } of open) if (!names(pod.spec).includes(port)) say('port', policy, `${port} does not exist in ${id(pod.owner)}`);
      }
    }
  }
}

/** Who reaches the broker; whom the services reach as their identity provider; who reaches the pod that answers an ACME server. */
function reached({ objects, pods: all, deployments, say }) {
  const isGateway = (peer) => peer.namespaceSelector?.matchLabels?.['cchc.vn/gateway'] === 'true';
  for (const kafka of ofKind(objects, 'Kafka')) {
    for (const listener of kafka.spec.kafka.listeners) {
      if (!listener.networkPolicyPeers?.length) say('reached', kafka, `its listener ${listener.name} is reached by every pod of the cluster`);
      for (const peer of listener.networkPolicyPeers ?? []) {
        const admitted = all.filter((pod) => selects(peer.podSelector, pod.labels)).map((pod) => pod.owner);
        if (peer.namespaceSelector || !admitted.length || !admitted.every(isService)) say('reached', kafka, `its listener ${listener.name} is reached by others than the services`);
      }
      for (const service of deployments) {
        const labels = podTemplate(service).metadata.labels;
        if (listener.networkPolicyPeers?.length && !listener.networkPolicyPeers.some((peer) => selects(peer.podSelector, labels))) say('reached', kafka, `its listener ${listener.name} is not reached by ${ofService(service)}`);
      }
    }
  }
  const policies = ofKind(objects, 'NetworkPolicy');
  for (const service of deployments) {
    const open = policies.filter((each) => selects(each.spec.podSelector, podTemplate(service).metadata.labels)).flatMap((each) => each.spec.egress ?? []);
    const has = (rule, port) => (rule.ports ?? []).some((each) => each.port === port);
    if (!open.some((rule) => has(rule, 443) && (!rule.to || rule.to.some((peer) => peer.ipBlock)))) say('reached', service, 'does not reach its identity provider');
    if (!open.some((rule) => rule.to?.every(isGateway) && [443, 8443, 10443].every((port) => has(rule, port)))) say('reached', service, 'does not reach an identity provider behind the gateway of the cluster');
    if (open.some((rule) => !rule.ports || (!rule.to && rule.ports.some((each) => each.port !== 443)))) say('reached', service, 'reaches anything');
  }
  for (const certificate of ofKind(objects, 'Certificate')) {
    const own = policies.filter((each) => selects(each.spec.podSelector, { 'acme.cert-manager.io/http01-solver': 'true' })).flatMap((each) => each.spec.ingress ?? []);
    if (!own.some((rule) => rule.from?.every(isGateway) && rule.ports?.some((each) => each.port === 8089))) say('reached', certificate, 'an ACME server gets no answer: the gateway does not reach the pod that gives it');
  }
}

/** Health and metrics are unauthenticated: only kubelet and monitoring may reach their port. */
function management({ objects, deployments, say }) {
  for (const deployment of deployments) {
    const [container] = podTemplate(deployment).spec.containers;
    const env = environment(objects, container);
    const number = (name) => (container.ports ?? []).find((port) => port.name === name)?.containerPort;
    for (const [name, given] of Object.entries({ http: 'QUARKUS_HTTP_PORT', management: 'QUARKUS_MANAGEMENT_PORT' })) {
      if (String(number(name)) !== env[given]) say('management', deployment, `the port ${name} is ${number(name)}, and ${given} is ${env[given]}`);
    }
    for (const probe of Object.keys(PROBES)) if (container[probe]?.httpGet?.port !== 'management') say('management', deployment, `${probe} does not ask the management port`);
    const labels = podTemplate(deployment).metadata.labels;
    const leads = (port) => port === 'management' || port === number('management');
    for (const service of ofKind(objects, 'Service').filter((each) => selects(each.spec.selector, labels))) {
      if (service.spec.ports.some((port) => leads(port.targetPort ?? port.port))) say('management', service, 'leads to health and metrics');
    }
    for (const policy of ofKind(objects, 'NetworkPolicy').filter((each) => selects(each.spec.podSelector, labels))) {
      const open = (policy.spec.ingress ?? []).filter((rule) => !rule.ports || rule.ports.some(({ port }) => port === undefined || leads(port)));
      const watches = (peer) => peer.namespaceSelector?.matchLabels?.['cchc.vn/monitoring'] === 'true';
      if (open.some((rule) => !rule.from?.length || !rule.from.every(watches))) say('management', policy, 'lets others than the monitoring to health and metrics');
    }
  }
}

function routes({ objects, facts, say }) {
  const backend = (where, name, port) => {
    const service = ofKind(objects, 'Service').find((each) => each.metadata.name === name);
    if (!service) say('route', where, `Service ${name} does not exist`);
    else if (!service.spec.ports.some((each) => each.name === port || each.port === port)) say('route', where, `Service ${name} has no port ${port}`);
  };
  const inside = (where, prefix) => {
    if (['/', '/q', '/q/'].includes(prefix) || /^\/q\/(health|metrics)/.test(prefix)) say('route', where, `${prefix} shows health and metrics to everybody`);
  };
  const shown = new Set();
  const prefixes = Object.fromEntries(services.map((service) => [service, []]));
  for (const ingress of ofKind(objects, 'Ingress')) {
    const secured = (ingress.spec.tls ?? []).flatMap((tls) => tls.hosts);
    for (const rule of ingress.spec.rules) {
      if (!secured.includes(rule.host)) say('tls', ingress, `${rule.host} has no TLS`);
      for (const { path: prefix, backend: to } of rule.http.paths) {
        inside(ingress, prefix);
        backend(ingress, to.service.name, to.service.port.name ?? to.service.port.number);
        shown.add(to.service.name);
        prefixes[to.service.name]?.push(prefix);
        const size = ingress.metadata.annotations?.['haproxy-ingress.github.io/proxy-body-size'];
        const takes = facts.bodyMegabytes[to.service.name];
        if (size && size !== `${takes}m`) say('body-size', ingress, `lets ${size} through, the service takes ${takes}m`);
      }
    }
  }
  const leadsToHttps = (rule) => rule.filters?.some((filter) => filter.requestRedirect?.scheme === 'https') && !rule.backendRefs?.length;
  const [redirecting, serving] = [true, false].map((redirects) => ofKind(objects, 'HTTPRoute').filter((route) => route.spec.rules.every(leadsToHttps) === redirects));
  for (const gateway of ofKind(objects, 'Gateway')) {
    for (const { name } of gateway.spec.listeners.filter((listener) => listener.protocol === 'HTTP')) {
      if (!redirecting.some((route) => route.spec.parentRefs.some((parent) => parent.sectionName === name))) say('tls', gateway, `${name} does not lead to HTTPS`);
    }
  }
  for (const route of serving) {
    for (const parent of route.spec.parentRefs) {
      const listener = ofKind(objects, 'Gateway').find((each) => each.metadata.name === parent.name)?.spec.listeners.find((each) => each.name === parent.sectionName);
      if (!listener) say('route', route, `the listener ${parent.sectionName} of ${parent.name} does not exist`);
      else {
        if (!route.spec.hostnames.includes(listener.hostname)) say('route', route, `its listener is for ${listener.hostname}`);
        if (listener.protocol !== 'HTTPS') say('tls', route, `${listener.hostname} has no TLS`);
        const names = ofKind(objects, 'Certificate').filter((each) => listener.tls?.certificateRefs?.some((ref) => ref.name === each.spec.secretName)).flatMap((each) => each.spec.dnsNames);
        if (names.length && !names.includes(listener.hostname)) say('tls', route, `the certificate is not for ${listener.hostname}`);
      }
    }
    for (const rule of route.spec.rules) {
      const headers = (rule.filters ?? []).flatMap((filter) => filter.responseHeaderModifier?.set ?? []);
      if (!headers.some((header) => header.name === 'Strict-Transport-Security')) say('tls', route, 'does not tell browsers to stay with HTTPS');
      if (!rule.matches?.length) inside(route, '/');
      (rule.matches ?? []).forEach((match) => inside(route, match.path?.value ?? '/'));
      rule.backendRefs.forEach((ref) => {
        backend(route, ref.name, ref.port);
        shown.add(ref.name);
        prefixes[ref.name]?.push(...(rule.matches ?? []).map((match) => match.path?.value ?? '/'));
      });
    }
  }
  for (const service of services) {
    if (!shown.has(service)) say('route', service, 'is not reached through the gateway');
    for (const page of ['/api', ...facts.pages[service]]) {
      if (!prefixes[service].some((prefix) => `${page}/`.startsWith(prefix))) say('route', service, `${page} is not reached through the gateway`);
    }
    for (const prefix of prefixes[service]) {
      if (!['/api', '/q', ...facts.pages[service]].some((page) => `${prefix}/`.startsWith(`${page}/`))) say('route', service, `there is no ${prefix}`);
    }
  }
}

function probes({ deployments, say }) {
  for (const deployment of deployments) {
    const [container] = podTemplate(deployment).spec.containers;
    for (const [name, expected] of Object.entries(PROBES)) {
      if (container[name]?.httpGet?.path !== expected) say('probe', deployment, `${name} asks ${container[name]?.httpGet?.path}, not ${expected}`);
    }
    const seconds = (probe) => (probe?.periodSeconds ?? 10) * (probe?.failureThreshold ?? 3);
    if (seconds(container.startupProbe) <= BACK_OFF_RESET) say('probe', deployment, 'a start that waits for its database is restarted before the kubelet forgets the restart before, and comes late');
    if (seconds(container.livenessProbe) <= seconds(container.readinessProbe)) say('probe', deployment, 'it is restarted before it is taken out of service');
  }
}

function shutdown({ deployments, facts, say }) {
  for (const deployment of deployments) {
    const spec = podTemplate(deployment).spec;
    const pause = spec.containers[0].lifecycle?.preStop?.sleep?.seconds ?? 0;
    if (pause < 5) say('pre-stop', deployment, 'stops before the gateways know');
    if (!((spec.terminationGracePeriodSeconds ?? 30) > pause + facts.shutdownSeconds)) {
      say('grace', deployment, `terminationGracePeriodSeconds must exceed preStop ${pause} s + quarkus.shutdown.timeout ${facts.shutdownSeconds} s`);
    }
    if (spec.containers.some((container) => container.lifecycle?.preStop?.exec)) say('pre-stop', deployment, 'the image has no command to run');
  }
}

function budgets({ objects, deployments, say }) {
  for (const deployment of deployments) {
    const budget = ofKind(objects, 'PodDisruptionBudget').find((each) => selects(each.spec.selector, podTemplate(deployment).metadata.labels));
    if (!budget) say('budget', deployment, 'has no PodDisruptionBudget');
    else if (budget.spec.maxUnavailable !== 1) say('budget', budget, 'maxUnavailable must be 1: minAvailable blocks a drain');
    const rolling = deployment.spec.strategy?.rollingUpdate;
    if (rolling?.maxUnavailable !== 0 || !(rolling?.maxSurge >= 1)) say('roll-out', deployment, 'a roll-out takes a replica away before the new one is ready');
    if (!(deployment.spec.minReadySeconds >= 10)) say('roll-out', deployment, 'a roll-out leaves all requests to a replica that has just started: minReadySeconds must be 10 or more');
  }
}

function scaling(objects, deployment) {
  const scaler =
    ofKind(objects, 'HorizontalPodAutoscaler', 'ScaledObject').filter((each) => each.spec.scaleTargetRef.name === deployment.metadata.name);
  return { scaler, most: scaler.length ? Math.max(...scaler.map((each) => each.spec.maxReplicas ?? each.spec.maxReplicaCount)) : deployment.spec.replicas };
}

function partitionsOf(context, topic) {
  const { objects, facts } = context;
  const declared = ofKind(objects, 'KafkaTopic').find((each) => (each.spec.topicName ?? each.metadata.name) === topic);
  if (declared) return declared.spec.partitions;
  const script = Object.values(ofKind(objects, 'ConfigMap').find((map) => 'topics.sh' in (map.data ?? {}))?.data ?? {}).join('\n');
  return Number(/--partitions (\d+)/.exec(script)?.[1] ?? facts.partitions);
}

function replicas(context) {
  const { objects, deployments, facts, say } = context;
  for (const scaler of ofKind(objects, 'HorizontalPodAutoscaler', 'ScaledObject')) {
    if (!deployments.some((each) => each.metadata.name === scaler.spec.scaleTargetRef.name)) say('scale-target', scaler, 'scales nothing');
  }
  for (const deployment of deployments) {
    const { scaler, most } = scaling(objects, deployment);
    if (scaler.length > 1) say('scale-target', deployment, 'two autoscalers would work against each other');
    if (scaler.length && deployment.spec.replicas !== undefined) say('scale-target', deployment, 'an apply would set back the number of replicas that the autoscaler chose');
    const fewest = Math.min(...facts.heard[ofService(deployment)].map((topic) => partitionsOf(context, topic)));
    if (!(most <= fewest)) say('partitions', deployment, `${most} replicas, and topics with ${fewest} partitions`);
  }
}

const processors = (env) => Number(/-XX:ActiveProcessorCount=(\d+)/.exec(env.JDK_JAVA_OPTIONS ?? '')?.[1] ?? NaN);

function connections({ objects, deployments, facts, say }) {
  const needed = {};
  for (const deployment of deployments) {
    const env = environment(objects, podTemplate(deployment).spec.containers[0]);
    const host = /^jdbc:postgresql:\/\/([^:/]+)/.exec(env.QUARKUS_DATASOURCE_JDBC_URL ?? '')?.[1];
    const pool = Number(env.QUARKUS_DATASOURCE_JDBC_MAX_SIZE ?? Math.min(Math.max(2 * processors(env), facts.fewestConnections), facts.mostConnections));
    if (Number.isNaN(pool)) {
      say('connections', deployment, 'its pool depends on the node: set -XX:ActiveProcessorCount');
      continue;
    }
    const many = scaling(objects, deployment).most + (deployment.spec.strategy?.rollingUpdate?.maxSurge ?? 1);
    needed[host] = (needed[host] ?? RESERVED) + many * (pool + OUTSIDE_THE_POOL) + OF_A_MIGRATION;
  }
  for (const [host, number] of Object.entries(needed)) {
    const cluster = ofKind(objects, 'Cluster').find((each) => `${each.metadata.name}-rw` === host);
    const conf = ofKind(objects, 'ConfigMap').map((map) => map.data?.['postgresql.conf']).find(Boolean);
    const most = Number(cluster ? cluster.spec.postgresql.parameters.max_connections : /^max_connections = (\d+)/m.exec(conf ?? '')?.[1]);
    if (!(number <= most)) say('connections', host, `${number} may be needed, max_connections is ${most}`);
  }
}

const sorted = (set) => [...set].sort().join(' ');

function topics({ objects, facts, say }) {
  const compare = (where, what, got, expected) => {
    if (sorted(got) !== sorted(expected)) say('rights', where, `${what}: ${sorted(got)}; the service needs ${sorted(expected)}`);
  };
  const users = ofKind(objects, 'KafkaUser');
  const script = ofKind(objects, 'ConfigMap').map((map) => map.data?.['topics.sh']).find(Boolean);
  if (users.length) {
    const declared = ofKind(objects, 'KafkaTopic').map((each) => each.spec.topicName ?? each.metadata.name);
    if (sorted(declared) !== sorted(Object.values(facts.owned).flat())) say('topics', 'KafkaTopic', `${sorted(declared)}; the services own ${sorted(Object.values(facts.owned).flat())}`);
    for (const topic of ofKind(objects, 'KafkaTopic')) {
      if (Number(topic.spec.config['retention.ms']) !== -1 || topic.spec.config['cleanup.policy'] !== 'delete') say('retention', topic, 'events are kept for ever, and not compacted');
      if (!(topic.spec.config['min.insync.replicas'] < topic.spec.replicas)) say('replication', topic, 'the loss of one broker stops it');
    }
    for (const service of services) {
      const user = users.find((each) => each.metadata.name === service);
      if (!user) {
        say('rights', service, 'has no KafkaUser');
        continue;
      }
      const acls = user.spec.authorization.acls;
      const may = (type, operation) => acls.filter((acl) => acl.resource.type === type && acl.operations.includes(operation)).map((acl) => acl.resource.name);
      compare(user, 'writes', may('topic', 'Write'), facts.owned[service]);
      compare(user, 'reads', may('topic', 'Read'), [...facts.owned[service], ...facts.heard[service]]);
      compare(user, 'describes', may('topic', 'Describe'), [...facts.owned[service], ...facts.heard[service]]);
      compare(user, 'groups', may('group', 'Read'), [service]);
      for (const acl of acls) {
        if (acl.resource.patternType && acl.resource.patternType !== 'literal') say('rights', user, 'a prefix gives more than it needs');
        if (!['topic', 'group'].includes(acl.resource.type)) say('rights', user, `a right on ${acl.resource.type}`);
        for (const operation of acl.operations) if (!['Describe', 'Read', 'Write'].includes(operation)) say('rights', user, `the operation ${operation}`);
      }
    }
  } else if (script) {
    const given = Object.fromEntries(
      [...script.replace(/\\\n\s*/g, '').matchAll(/^service (\S+) "([^"]*)" "([^"]*)"/gm)].map(([, service, owned, heard]) => [service, { owned: owned.split(' '), heard: heard.split(' ') }]),
    );
    for (const service of services) {
      compare(`topics.sh/${service}`, 'writes', given[service]?.owned ?? [], facts.owned[service]);
      compare(`topics.sh/${service}`, 'reads', given[service]?.heard ?? [], facts.heard[service]);
    }
  } else say('topics', 'broker', 'nothing creates the topics');
}

/** Each database archives under its own name and is backed up; without an operator, by a nightly dump. */
function backups({ objects, deployments, say }) {
  const names = new Set();
  if (!ofKind(objects, 'Cluster').length) {
    const dump = ofKind(objects, 'ConfigMap').map((map) => map.data?.['dump.sh']).find(Boolean);
    const dumped = /^for service in (.*); do$/m.exec(dump ?? '')?.[1].split(' ') ?? [];
    if (!ofKind(objects, 'CronJob').some((each) => !each.spec.suspend)) say('backup', 'CronJob', 'nothing dumps the databases');
    for (const deployment of deployments) {
      const url = environment(objects, podTemplate(deployment).spec.containers[0]).QUARKUS_DATASOURCE_JDBC_URL ?? '';
      const database = /^jdbc:postgresql:\/\/[^/]+\/([^?]+)/.exec(url)?.[1];
      if (!dumped.includes(database)) say('backup', deployment, `its database ${database} is not dumped`);
    }
    const restore = ofKind(objects, 'ConfigMap').map((map) => map.data?.['restore.sh']).find(Boolean) ?? '';
    const verified = restore.indexOf('pg_restore --file /dev/null "$file"');
    if (verified < 0 || verified > restore.indexOf('DROP SCHEMA')) say('backup', 'restore.sh', 'replaces the contents before the dump was read to its end');
    if (!/pg_restore .* && echo 'COMMIT;'/.test(restore) || restore.includes('--single-transaction')) say('backup', 'restore.sh', 'commits what a failed pg_restore has written');
  }
  for (const cluster of ofKind(objects, 'Cluster')) {
    const { name } = cluster.metadata;
    const archiver = cluster.spec.plugins?.find((plugin) => plugin.isWALArchiver);
    const { barmanObjectName: store, serverName } = archiver?.parameters ?? {};
    if (!ofKind(objects, 'ObjectStore').some((each) => each.metadata.name === store)) say('backup', cluster, 'archives nowhere');
    if (names.has(serverName)) say('backup', cluster, `writes into the archive ${serverName} of another`);
    names.add(serverName);
    if (!ofKind(objects, 'ScheduledBackup').some((each) => each.spec.cluster.name === name)) say('backup', cluster, 'is never backed up');
  }
}

/** The Secrets created by operators and scripts, with their keys. */
function madeSecrets(overlay, objects) {
  const made = {};
  for (const secret of scriptedSecrets(overlay)) made[secret.metadata.name] = Object.keys(secret.data);
  for (const cluster of ofKind(objects, 'Cluster')) {
    made[`${cluster.metadata.name}-app`] = ['username', 'password'];
    made[`${cluster.metadata.name}-ca`] = ['ca.crt'];
  }
  for (const kafka of ofKind(objects, 'Kafka')) made[`${kafka.metadata.name}-cluster-ca-cert`] = ['ca.crt'];
  for (const user of ofKind(objects, 'KafkaUser')) made[user.metadata.name] = ['password', 'sasl.jaas.config'];
  for (const certificate of ofKind(objects, 'Certificate')) made[certificate.spec.secretName] = ['tls.crt', 'tls.key', 'ca.crt'];
  for (const external of ofKind(objects, 'ExternalSecret')) made[external.spec.target?.name ?? external.metadata.name] = external.spec.data.map((each) => each.secretKey);
  return made;
}

function secrets({ overlay, objects, facts, say }) {
  const made = madeSecrets(overlay, objects);
  const need = (where, name, keys, optional) => {
    if (optional) return;
    if (!made[name]) say('secret', where, `nothing makes the Secret ${name}`);
    else for (const key of keys) if (!made[name].includes(key)) say('secret', where, `the Secret ${name} has no ${key}`);
  };
  for (const object of objects.filter(podTemplate)) {
    const spec = podTemplate(object).spec;
    for (const volume of spec.volumes ?? []) {
      if (volume.secret) need(object, volume.secret.secretName, (volume.secret.items ?? []).map((item) => item.key), volume.secret.optional);
      for (const { secret } of volume.projected?.sources ?? []) {
        if (!secret) continue;
        need(object, secret.name, (secret.items ?? []).map((item) => item.key), secret.optional);
      }
      if (volume.name === 'secrets' && ['service', 'migration'].includes(object.metadata.labels?.['app.kubernetes.io/component'])) {
        for (const { secret } of volume.projected.sources) {
          for (const item of secret.items) if (!isKnown(facts, item.path)) say('setting', object, `the file ${item.path} names no property`);
        }
      }
    }
    for (const container of containers(spec)) {
      for (const { valueFrom } of container.env ?? []) if (valueFrom?.secretKeyRef) need(object, valueFrom.secretKeyRef.name, [valueFrom.secretKeyRef.key]);
      for (const { secretRef } of container.envFrom ?? []) if (secretRef) need(object, secretRef.name, []);
    }
  }
  for (const store of ofKind(objects, 'ObjectStore')) {
    for (const ref of Object.values(store.spec.configuration.s3Credentials)) need(store, ref.name, [ref.key]);
  }
  for (const trigger of ofKind(objects, 'TriggerAuthentication')) trigger.spec.secretTargetRef.forEach((ref) => need(trigger, ref.name, [ref.key]));
}

function volumes({ objects, facts, say }) {
  for (const object of objects.filter(podTemplate)) {
    const spec = podTemplate(object).spec;
    const there = [...(spec.volumes ?? []).map((volume) => volume.name), ...(object.spec.volumeClaimTemplates ?? []).map((claim) => claim.metadata.name)];
    const used = new Set();
    for (const container of containers(spec)) {
      const paths = (container.volumeMounts ?? []).map((mount) => mount.mountPath);
      if (new Set(paths).size < paths.length) say('volume', object, 'two volumes at one path');
      for (const mount of container.volumeMounts ?? []) {
        used.add(mount.name);
        if (!there.includes(mount.name)) say('volume', object, `the volume ${mount.name} does not exist`);
      }
      const env = environment(objects, container);
      const holds = (file) => {
        const mount = (container.volumeMounts ?? []).find((each) => path.dirname(file) === each.mountPath);
        const volume = (spec.volumes ?? []).find((each) => each.name === mount?.name);
        return (volume?.projected?.sources ?? []).some(({ secret }) => (secret?.items ?? []).some((item) => item.path === path.basename(file)));
      };
      const files = [
        /sslrootcert=([^&]+)/.exec(env.QUARKUS_DATASOURCE_JDBC_URL ?? '')?.[1],
        ...Object.keys(env).filter((name) => /^CCHC_.*_FILE$|_LOCATION$/.test(name)).map((name) => env[name]),
      ].filter(Boolean);
      for (const file of files) if (!holds(file)) say('volume', object, `${file} is not mounted`);
      const folder = env.SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS;
      if (folder && !paths.includes(folder)) say('volume', object, `${folder} is not mounted`);
      const uploads = env.QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY;
      if (uploads) {
        const mount = (container.volumeMounts ?? []).find((each) => uploads === each.mountPath);
        const volume = (spec.volumes ?? []).find((each) => each.name === mount?.name);
        if (!volume?.emptyDir || mount.readOnly) say('volume', object, `${uploads} cannot be written`);
        // A pod whose volume exceeds its bound is evicted.
        else if (!(megabytes(volume.emptyDir.sizeLimit ?? '') >= facts.uploadMegabytes)) say('volume', object, `${uploads} may hold more than its ${volume.emptyDir.sizeLimit}`);
      }
      if (container.securityContext?.readOnlyRootFilesystem && !paths.includes('/tmp')) say('volume', object, '/tmp cannot be written');
    }
    for (const name of there) if (!used.has(name)) say('volume', object, `the volume ${name} is mounted nowhere`);
    const onNode = (spec.volumes ?? []).reduce((sum, each) => sum + (each.emptyDir && each.emptyDir.medium !== 'Memory' ? megabytes(each.emptyDir.sizeLimit ?? '') : 0), 0);
    const most = Math.max(...spec.containers.map((each) => megabytes(each.resources?.limits?.['ephemeral-storage'] ?? '') || 0));
    if (most && most <= onNode) say('volume', object, `may write ${most} MB to its node, its volumes ${onNode}`);
  }
}

/** Each environment variable of a service is an existing setting. */
function settings({ objects, facts, say }) {
  for (const object of objects.filter((each) => ['service', 'migration'].includes(each.metadata?.labels?.['app.kubernetes.io/component']) && podTemplate(each))) {
    const env = environment(objects, podTemplate(object).spec.containers[0]);
    for (const name of Object.keys(env)) if (!isKnown(facts, name, variable)) say('setting', object, `${name} is no setting of the service`);
    if (env.QUARKUS_PROFILE !== 'prod') say('profile', object, `the profile is ${env.QUARKUS_PROFILE}`);
    const url = env.QUARKUS_DATASOURCE_JDBC_URL ?? '';
    if (!/[?&]sslmode=verify-full(&|$)/.test(url)) say('plaintext', object, 'the database is not verified (sslmode=verify-full)');
    if (object.kind !== 'Deployment') continue;
    if (env.KAFKA_SECURITY_PROTOCOL !== 'SASL_SSL' || !/^SCRAM-SHA-(256|512)$/.test(env.KAFKA_SASL_MECHANISM ?? '')) say('plaintext', object, 'the broker: SASL_SSL with SCRAM');
    if (!env.QUARKUS_OIDC_AUTH_SERVER_URL?.startsWith('https://')) say('plaintext', object, 'the identity provider: https');
    requiredSettings(object, env, facts, say);
    for (const needed of ['QUARKUS_OIDC_TOKEN_AUDIENCE', 'CCHC_TRUSTED_PROXIES']) if (!env[needed]) say('setting', object, `${needed} is missing`);
    if (env.QUARKUS_FLYWAY_MIGRATE_AT_START === 'true' || env.CCHC_MODE) say('migration', object, 'a replica must not migrate');
  }
}

/** Settings required by the table are set, as a variable or a file; secret ones are files. */
function requiredSettings(object, env, facts, say) {
  const volume = podTemplate(object).spec.volumes.find((each) => each.name === 'secrets');
  const files = (volume?.projected?.sources ?? []).flatMap(({ secret }) => secret.items.map((item) => item.path));
  for (const { name, service, secret, required } of facts.settings) {
    if (service !== 'all' && service !== ofService(object)) continue;
    const variables = [variable(name), `${variable(name)}_FILE`];
    // The other required ones depend on how the broker authenticates: here by SASL_SSL.
    const depends = name.startsWith('kafka.ssl.keystore');
    if (required && !depends && !files.includes(name) && !variables.some((each) => env[each])) say('required', object, `${name} is missing`);
    if (secret && env[variable(name)]) say('secret-in-configmap', object, `${variable(name)}: secrets are files`);
  }
}

/** The settings address existing Services of database and broker. */
function peers({ objects, deployments, say }) {
  const hosts = {};
  for (const service of ofKind(objects, 'Service')) hosts[service.metadata.name] = service.spec.ports.map((port) => port.port);
  for (const cluster of ofKind(objects, 'Cluster')) hosts[`${cluster.metadata.name}-rw`] = [5432];
  for (const kafka of ofKind(objects, 'Kafka')) hosts[`${kafka.metadata.name}-kafka-bootstrap`] = kafka.spec.kafka.listeners.map((listener) => listener.port);
  const need = (where, address) => {
    const [host, port] = address.split(':');
    if (!hosts[host]?.includes(Number(port))) say('peer', where, `nobody listens at ${address}`);
  };
  for (const deployment of deployments) {
    const env = environment(objects, podTemplate(deployment).spec.containers[0]);
    const [, address, database] = /^jdbc:postgresql:\/\/([^/]+)\/([^?]+)/.exec(env.QUARKUS_DATASOURCE_JDBC_URL ?? '') ?? [];
    need(deployment, address ?? '');
    const cluster = ofKind(objects, 'Cluster').find((each) => address?.startsWith(`${each.metadata.name}-rw:`));
    if (cluster && (cluster.spec.bootstrap.initdb ?? cluster.spec.bootstrap.recovery)?.database !== database) say('peer', deployment, `${cluster.metadata.name} has no database ${database}`);
    (env.KAFKA_BOOTSTRAP_SERVERS ?? '').split(',').forEach((broker) => need(deployment, broker));
  }
  for (const scaler of ofKind(objects, 'ScaledObject')) {
    for (const trigger of scaler.spec.triggers) if (trigger.type === 'kafka') need(scaler, trigger.metadata.bootstrapServers);
  }
}

/** PostgreSQL: the version that the tests use. */
function database({ objects, facts, say }) {
  const images = [
    ...ofKind(objects, 'Cluster').map((cluster) => [cluster, cluster.spec.imageName]),
    ...objects.filter(podTemplate).flatMap((object) => podTemplate(object).spec.containers.map(({ image }) => [object, image])),
  ];
  for (const [object, image] of images) {
    const [, version] = /\/postgres(?:ql)?:(\d+\.\d+)/.exec(image) ?? [];
    if (version && version !== facts.postgres) say('postgres', object, `${image}: tested is ${facts.postgres}`);
  }
}

/** Tracing: all services or none, and exactly then a policy lets them to the collector. */
function traces({ objects, deployments, say }) {
  const ON = 'CCHC_TRACING_ENABLED';
  const env = new Map(deployments.map((deployment) => [deployment, environment(objects, podTemplate(deployment).spec.containers[0])]));
  const traced = deployments.filter((deployment) => env.get(deployment)[ON] === 'true');
  const egress = (policy) => (policy.spec.policyTypes?.includes('Egress') ? (policy.spec.egress ?? []) : []);
  for (const deployment of traced) {
    const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint = '', OTEL_TRACES_SAMPLER_ARG: share = '1.0', OTEL_RESOURCE_ATTRIBUTES: told = '' } = env.get(deployment);
    const [, port] = /^https?:\/\/[a-z0-9.-]+:(\d+)$/.exec(endpoint) ?? [];
    if (!port) say('tracing', deployment, `${endpoint} is no address and port of a collector`);
    const policies = ofKind(objects, 'NetworkPolicy').filter((policy) => selects(policy.spec.podSelector, podTemplate(deployment).metadata.labels));
    const open = policies.flatMap(egress).some((rule) => !rule.ports || rule.ports.some((each) => (each.protocol ?? 'TCP') === 'TCP' && each.port === Number(port)));
    if (port && !open) say('tracing', deployment, `no policy lets it to port ${port} of the collector`);
    if (!(Number(share) > 0 && Number(share) <= 1)) say('tracing', deployment, `the share of sampled traces is ${share}`);
    const given = (podTemplate(deployment).spec.containers[0].env ?? []).map(({ name }) => name);
    for (const [, name] of told.matchAll(/\$\(([^)]+)\)/g)) {
      if (!given.slice(0, given.indexOf('OTEL_RESOURCE_ATTRIBUTES')).includes(name)) say('tracing', deployment, `$(${name}) is no earlier variable`);
    }
  }
  if (traced.length > 0 && traced.length < deployments.length) say('tracing', traced[0], 'a trace ends where a service is not traced');
  for (const policy of traced.length ? [] : ofKind(objects, 'NetworkPolicy')) {
    if (egress(policy).some((rule) => (rule.ports ?? []).some((each) => each.port === 4317))) say('tracing', policy, 'lets services to a collector, and none is traced');
  }
}

/** Mail: exactly where a server is set, a policy lets feedback-service to its port, and to no other one of mail. */
function mails({ objects, deployments, say }) {
  const MAIL = [25, 465, 587];
  for (const deployment of deployments) {
    const { QUARKUS_MAILER_HOST: host, QUARKUS_MAILER_PORT: port, QUARKUS_MAILER_FROM: from, QUARKUS_MAILER_TLS: tls } = environment(objects, podTemplate(deployment).spec.containers[0]);
    const open = ofKind(objects, 'NetworkPolicy')
      .filter((policy) => policy.spec.policyTypes?.includes('Egress') && selects(policy.spec.podSelector, podTemplate(deployment).metadata.labels))
      .flatMap((policy) => policy.spec.egress ?? [])
      .flatMap((rule) => rule.ports ?? [])
      .map((each) => each.port)
      .filter((each) => MAIL.includes(each) || each === Number(port));
    if (host && !open.includes(Number(port))) say('mail', deployment, `no policy lets it to port ${port} of ${host}`);
    if (host && !from) say('mail', deployment, 'mails have no sender');
    if (host && (tls === 'true') !== (Number(port) === 465)) say('mail', deployment, `port ${port} ${tls === 'true' ? 'begins in plain text' : 'begins with TLS'}`);
    if (open.some((each) => !host || each !== Number(port))) say('mail', deployment, `a policy lets it to port ${open.join(', ')}, and no mail goes there`);
  }
}

function jobs({ objects, say }) {
  const own = objects.filter((object) => ['service', 'migration'].includes(object.metadata?.labels?.['app.kubernetes.io/component']) && podTemplate(object));
  const images = own.map((object) => ({ object, ...partsOfImage(podTemplate(object).spec.containers[0].image) }));
  const tags = new Set(images.map(({ tag }) => tag).filter(Boolean));
  if (tags.size > 1) say('version', 'images', `of several versions: ${[...tags].join(', ')}`);
  // A digest alone names no version: then the label is the only word of it.
  const labelled = new Set(own.map((object) => object.metadata.labels['app.kubernetes.io/version']));
  if (labelled.size > 1) say('version', 'labels', `of several versions: ${[...labelled].join(', ')}`);
  const pinned = images.filter(({ digest }) => digest);
  if (pinned.length && pinned.length < images.length) say('version', 'images', 'some are pinned by digest and some are not');
  for (const { object, name, tag = object.metadata.labels['app.kubernetes.io/version'] } of images) {
    if (!name.endsWith(`/${ofService(object)}`)) say('version', object, `runs the image ${name}`);
    if (object.metadata.labels['app.kubernetes.io/version'] !== tag) say('version', object, `is labelled ${object.metadata.labels['app.kubernetes.io/version']}, and its image is ${tag}`);
    if (object.kind === 'Job' && object.metadata.name !== `${ofService(object)}-migration.${tag}`) say('version', object, `its name must end with .${tag}: a Job cannot be changed`);
  }
  // The same service runs and migrates with one program.
  for (const service of services) {
    const programs = new Set(own.filter((object) => ofService(object) === service).map((object) => podTemplate(object).spec.containers[0].image));
    if (programs.size > 1) say('version', service, `runs and migrates with ${[...programs].join(', ')}`);
  }
  // Immutable fields that an upgrade would change.
  const version = (metadata) => metadata?.labels?.['app.kubernetes.io/version'];
  for (const set of ofKind(objects, 'StatefulSet')) {
    if (version(podTemplate(set).metadata)) say('immutable', set, 'has the version in its pods: each upgrade restarts it');
    if ((set.spec.volumeClaimTemplates ?? []).some((claim) => version(claim.metadata))) say('immutable', set, 'has the version in a claim, which cannot be changed');
  }
  for (const job of ofKind(objects, 'Job')) {
    const of = version(podTemplate(job).metadata);
    if (of && !job.metadata.name.endsWith(`.${of}`)) say('immutable', job, 'has the version in its pods and not in its name');
  }
  const generated = /-[a-z0-9]{10}$/;
  for (const job of ofKind(objects, 'Job')) {
    const spec = podTemplate(job).spec;
    const maps = [
      ...containers(spec).flatMap((container) => (container.envFrom ?? []).map((from) => from.configMapRef?.name)),
      ...(spec.volumes ?? []).map((volume) => volume.configMap?.name),
    ].filter(Boolean);
    for (const name of maps) if (generated.test(name)) say('immutable-job', job, `reads ${name}, whose name changes with its contents`);
    if (!job.spec.ttlSecondsAfterFinished) say('job-ttl', job, 'stays for ever');
    if (spec.restartPolicy !== 'Never') say('job-ttl', job, 'restartPolicy must be Never, so that the log of a failed try is kept');
  }
  for (const service of services) {
    const job = ofKind(objects, 'Job').find((each) => ofService(each) === service);
    if (!job || environment(objects, podTemplate(job).spec.containers[0]).CCHC_MODE !== 'migrate') say('migration', service, 'nothing migrates its database');
  }
}

const megabytes = (quantity) => {
  const [, number, unit] = /^(\d+)(Mi|Gi)$/.exec(quantity) ?? [];
  return Number(number) * (unit === 'Gi' ? 1024 : 1);
};

function memory({ deployments, facts, say }) {
  for (const deployment of deployments) {
    const { resources } = podTemplate(deployment).spec.containers[0];
    const least = facts.heapMegabytes + facts.classesMegabytes + 128;
    if (!(megabytes(resources?.limits?.memory ?? '') >= least)) say('memory', deployment, `a limit below ${least} MB kills it: heap ${facts.heapMegabytes}, classes ${facts.classesMegabytes}, and what is outside`);
  }
}

/** The recommended labels, of the objects and of their pods: by them `kubectl` selects, and metrics of the cluster are grouped. */
function labels({ objects, say }) {
  const RECOMMENDED = ['name', 'instance', 'component', 'part-of', 'managed-by'].map((label) => `app.kubernetes.io/${label}`);
  const lacks = (object, what, metadata, wanted) => {
    for (const label of wanted) if (!metadata?.labels?.[label]) say('labels', object, `${what}no label ${label}`);
  };
  const OF_ALL = ['instance', 'part-of', 'managed-by'].map((label) => `app.kubernetes.io/${label}`);
  for (const object of objects) lacks(object, '', object.metadata, OF_ALL);
  for (const object of ofKind(objects, 'Cluster')) lacks(object, 'in its pods ', object.spec.inheritedMetadata, [...OF_ALL, 'app.kubernetes.io/component']);
  for (const object of ofKind(objects, 'KafkaNodePool')) lacks(object, 'in its pods ', object.spec.template?.pod?.metadata, [...OF_ALL, 'app.kubernetes.io/component']);
  for (const object of objects.filter((each) => each.kind === 'Service' || podTemplate(each))) {
    const versioned = ['service', 'migration'].includes(object.metadata.labels?.['app.kubernetes.io/component']);
    const wanted = [...RECOMMENDED, ...(versioned ? ['app.kubernetes.io/version'] : [])];
    lacks(object, '', object.metadata, wanted);
    if (podTemplate(object)) lacks(object, 'in its pods ', podTemplate(object).metadata, wanted);
    if (object.kind === 'CronJob') lacks(object, 'in its Jobs ', object.spec.jobTemplate.metadata, wanted);
  }
}

const RUNBOOK = 'components/monitoring/runbook';
const rulesOf = (objects) => ofKind(objects, 'PrometheusRule').flatMap((each) => each.spec.groups).flatMap((group) => group.rules);

/** Rules use existing metrics; each alert has a page and each page an alert. */
function rules({ objects, facts, say }, pages = runbook()) {
  const alerts = rulesOf(objects);
  for (const rule of alerts) {
    for (const name of metricsOf(rule.expr)) if (!facts.metrics.has(name)) say('metric', rule.alert, `${name} is no metric that the services tell`);
    if (!['critical', 'warning', 'info'].includes(rule.labels?.severity)) say('runbook', rule.alert, 'has no severity');
    if (!rule.annotations?.runbook_url?.endsWith(`/runbook/${rule.alert}.md`)) say('runbook', rule.alert, 'does not link to its page');
    if (!(rule.alert in pages)) say('runbook', rule.alert, `has no page in ${RUNBOOK}`);
    else if (!pages[rule.alert].startsWith(`# ${rule.alert} (${rule.labels?.severity})\n`)) say('runbook', rule.alert, 'its page has another title or severity');
  }
  const known = alerts.map((rule) => rule.alert);
  if (known.length) for (const page of Object.keys(pages)) if (!known.includes(page)) say('runbook', page, 'is a page without an alert');
}

/** What ends or fills without a symptom: where there is monitoring, a rule reads it, of this namespace. */
function watched({ objects, deployments, say }) {
  const alerts = rulesOf(objects);
  if (!alerts.length) return;
  const reads = (metric) => alerts.filter((rule) => metricsOf(rule.expr).includes(metric));
  const stores = objects.filter((each) => ['Cluster', 'KafkaNodePool', 'PersistentVolumeClaim'].includes(each.kind) || each.spec?.volumeClaimTemplates);
  const namespace = ofKind(objects, 'Namespace')[0]?.metadata.name;
  const volumes = reads('kubelet_volume_stats_available_bytes');
  if (stores.length && !volumes.length) say('watched', stores[0], 'no alert tells that its volume is full');
  for (const { alert, expr } of volumes) {
    const [...selectors] = expr.matchAll(/kubelet_volume_stats_\w+\{([^}]*)\}/g);
    if (selectors.some(([, selector]) => selector !== `namespace="${namespace}"`)) say('watched', alert, `reads the volumes of another namespace than ${namespace}`);
  }
  for (const deployment of deployments) {
    const env = environment(objects, podTemplate(deployment).spec.containers[0]);
    const files = /[?&]ssl(root)?cert=/.test(env.QUARKUS_DATASOURCE_JDBC_URL ?? '') || env.KAFKA_SSL_TRUSTSTORE_LOCATION || env.KAFKA_SSL_KEYSTORE_LOCATION;
    if (files && !reads('cchc_certificate_expiry_timestamp_seconds').length) say('watched', deployment, 'no alert tells when its certificates expire');
    if (env.CCHC_TRACKING_KEY_FILE && !reads('cchc_tracking_keys').length) say('watched', deployment, 'no alert tells of a rotation of its keys');
  }
}

/** Files that the sidecar of Grafana loads. */
function dashboards({ objects, facts, say }) {
  const uids = new Set();
  const monitored = ofKind(objects, 'PodMonitor').length > 0;
  const maps = ofKind(objects, 'ConfigMap').filter((map) => map.metadata.labels?.grafana_dashboard);
  if (monitored && maps.length === 0) say('dashboard', 'ConfigMap', 'there is none with the label grafana_dashboard');
  for (const [file, source] of maps.flatMap((map) => Object.entries(map.data))) {
    let dashboard;
    try {
      dashboard = JSON.parse(source);
    } catch (error) {
      say('dashboard', file, error.message);
      continue;
    }
    if (!dashboard.uid || uids.has(dashboard.uid)) say('dashboard', file, 'has no uid of its own');
    uids.add(dashboard.uid);
    const ids = dashboard.panels.map((panel) => panel.id);
    if (new Set(ids).size < ids.length) say('dashboard', file, 'two panels have one id');
    for (const panel of dashboard.panels) {
      const { x, y, w, h } = panel.gridPos;
      if (x + w > 24) say('dashboard', file, `${panel.title} is wider than the grid`);
      const over = dashboard.panels.find((other) => other.id < panel.id && x < other.gridPos.x + other.gridPos.w && other.gridPos.x < x + w && y < other.gridPos.y + other.gridPos.h && other.gridPos.y < y + h);
      if (over) say('dashboard', file, `${panel.title} lies over ${over.title}`);
      if (panel.type !== 'row' && (!panel.description || !panel.fieldConfig?.defaults?.unit)) say('dashboard', file, `${panel.title} has no description or unit`);
      for (const [, alert] of (panel.description ?? '').matchAll(/\b(Cchc\w+)/g)) if (!rulesOf(objects).some((rule) => rule.alert === alert)) say('dashboard', file, `${panel.title} names ${alert}, which is no alert`);
      for (const target of panel.targets ?? []) if (target.datasource?.uid !== '${datasource}') say('dashboard', file, `${panel.title} reads a fixed data source`);
    }
    for (const { where, expression } of expressionsOf(dashboard)) {
      for (const name of metricsOf(expression)) if (!facts.metrics.has(name)) say('metric', `${file}: ${where}`, `${name} is no metric that the services tell`);
    }
  }
}

function realm({ objects, facts, deployments, say }) {
  const file = ofKind(objects, 'ConfigMap').map((map) => map.data?.['realm.json']).find(Boolean);
  if (!file) return;
  const parsed = JSON.parse(file);
  const roles = parsed.roles.realm.map((role) => role.name);
  if (sorted(roles) !== sorted(facts.roles)) say('realm', 'realm.json', `roles ${sorted(roles)}; the services know ${sorted(facts.roles)}`);
  for (const client of parsed.clients) {
    const claims = client.protocolMappers.map((mapper) => mapper.config['claim.name']).filter(Boolean);
    for (const claim of ['roles', 'authority', 'unit']) if (!claims.includes(claim)) say('realm', client.clientId, `gives no claim ${claim}`);
    const audiences = client.protocolMappers.map((mapper) => mapper.config['included.custom.audience']).filter(Boolean);
    for (const deployment of deployments) {
      const asked = environment(objects, podTemplate(deployment).spec.containers[0]).QUARKUS_OIDC_TOKEN_AUDIENCE;
      if (!audiences.includes(asked)) say('realm', client.clientId, `gives no audience ${asked}`);
    }
  }
}
