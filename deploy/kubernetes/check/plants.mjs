// Self-test: plants an error in rendered manifests; the checks must report it under its rule.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cross } from './cross.mjs';
import { facts } from './facts.mjs';
import { fileRules } from './files.mjs';
import { here, kubernetes, ofKind, podTemplate, render, text } from './manifests.mjs';
import { expressionsOf, matchersOf, metricsOf } from './promql.mjs';
import { schema, unknownFields } from './schema.mjs';
import { security } from './security.mjs';

const code = facts();
const rendered = { office: render('office'), province: render('province'), lag: render('lag') };

const find = (objects, kind, name) => {
  const found = objects.find((object) => object.kind === kind && (!name || object.metadata.name.startsWith(name)));
  if (!found) throw new Error(`Nothing to plant in: ${kind}/${name}`);
  return found;
};
const spec = (objects, kind = 'Deployment', name = 'plan-service') => podTemplate(find(objects, kind, name)).spec;
const container = (objects, kind, name) => spec(objects, kind, name).containers[0];
const drop = (objects, kind, name) => objects.splice(objects.indexOf(find(objects, kind, name)), 1);
/** All images of the services by digest: one letter each. */
const pinned = (objects, letter) => {
  for (const object of objects.filter((each) => ['service', 'migration'].includes(each.metadata?.labels?.['app.kubernetes.io/component']) && podTemplate(each))) {
    const { containers: [first] } = podTemplate(object).spec;
    first.image = first.image.replace(/:[^:/]*$/, `@sha256:${letter(object).repeat(64)}`);
  }
};
const rulesAbout = (objects, metric, plant) => {
  const { groups } = find(objects, 'PrometheusRule', 'cchc').spec;
  for (const group of groups) group.rules = group.rules.flatMap((rule) => (rule.expr.includes(metric) ? plant(rule) : [rule]));
};
const setting = (objects, map, name, value) => {
  const { data } = find(objects, 'ConfigMap', map);
  if (value === undefined) delete data[name];
  else data[name] = value;
};

const dashboard = (objects, file, plant) => {
  const parsed = JSON.parse(find(objects, 'ConfigMap', 'cchc-dashboards').data[file]);
  plant(parsed);
  setting(objects, 'cchc-dashboards', file, JSON.stringify(parsed));
};

// rule, overlay, description of the planted error, function that plants it
const IN_SCHEMAS = [
  ['schema', 'province', 'a number where a text belongs', (o) => (container(o).name = 7)],
  ['schema', 'province', 'a value that the enumeration does not have', (o) => (find(o, 'Cluster', 'plan').spec.postgresql.synchronous.method = 'some')],
  ['schema', 'province', 'a required field is missing', (o) => delete find(o, 'HorizontalPodAutoscaler').spec.maxReplicas],
  ['schema', 'province', 'an API that does not exist', (o) => (find(o, 'KafkaTopic').apiVersion = 'kafka.strimzi.io/v9')],
];
const UNKNOWN = [
  ['Deployment', 'plan-service', (x) => (x.spec.template.spec.containers[0].readinessProb = {})],
  ['Deployment', 'feedback-service', (x) => (x.spec.template.spec.securityContext.runAsNonroot = true)],
  ['Job', 'plan-service', (x) => (x.spec.ttlSecondsAfterFinish = 1)],
  ['NetworkPolicy', 'dns', (x) => (x.spec.egres = [])],
  ['Kafka', 'kafka', (x) => (x.spec.kafka.listners = [])],
  ['KafkaUser', 'plan', (x) => (x.spec.authorisation = {})],
  ['Cluster', 'plan-database', (x) => (x.spec.instance = 3)],
  ['ScheduledBackup', 'plan-database', (x) => (x.spec.imediate = true)],
  ['HTTPRoute', 'plan', (x) => (x.spec.hostname = 'x')],
  ['Certificate', 'cchc', (x) => (x.spec.renewbefore = '1h')],
  ['ExternalSecret', 'cchc', (x) => (x.spec.refreshInterva = '1h')],
  ['PodMonitor', 'cchc-services', (x) => (x.spec.podMetricEndpoints = [])],
  ['HorizontalPodAutoscaler', 'plan', (x) => (x.spec.maxReplica = 3)],
];
const IN_SECURITY = [
  ['namespace-restricted', 'office', 'the namespace enforces less', (o) => (find(o, 'Namespace').metadata.labels['pod-security.kubernetes.io/enforce'] = 'baseline')],
  ['host-namespaces', 'office', 'the network of the host', (o) => (spec(o).hostNetwork = true)],
  ['sysctls', 'office', 'an unsafe sysctl', (o) => (spec(o).securityContext.sysctls = [{ name: 'kernel.msgmax', value: '1' }])],
  ['volume-types', 'office', 'a folder of the host', (o) => spec(o).volumes.push({ name: 'x', hostPath: { path: '/' } })],
  ['empty-dir-size', 'office', 'an emptyDir without a bound', (o) => delete spec(o).volumes.find((v) => v.name === 'uploads').emptyDir.sizeLimit],
  ['no-token', 'office', 'a token of the API', (o) => delete spec(o).automountServiceAccountToken],
  ['privileged', 'office', 'a privileged container', (o) => (container(o).securityContext.privileged = true)],
  ['privilege-escalation', 'office', 'privilege escalation', (o) => delete container(o).securityContext.allowPrivilegeEscalation],
  ['capabilities', 'office', 'capabilities are kept', (o) => (container(o).securityContext.capabilities = {})],
  ['capabilities', 'office', 'a capability more', (o) => (container(o).securityContext.capabilities.add = ['NET_RAW'])],
  ['non-root', 'office', 'root is allowed', (o) => (spec(o).securityContext.runAsNonRoot = false)],
  ['non-root', 'office', 'the uid of root', (o) => (container(o).securityContext.runAsUser = 0)],
  ['seccomp', 'office', 'no seccomp profile', (o) => delete spec(o).securityContext.seccompProfile],
  ['proc-mount', 'office', 'an unmasked /proc', (o) => (container(o).securityContext.procMount = 'Unmasked')],
  ['host-ports', 'office', 'a port of the host', (o) => (container(o).ports[0].hostPort = 80)],
  ['read-only-root', 'office', 'a root file system that can be written', (o) => delete container(o).securityContext.readOnlyRootFilesystem],
  ['resources', 'office', 'no limit of memory', (o) => delete container(o).resources.limits.memory],
  ['no-cpu-limit', 'office', 'a limit of cpu', (o) => (container(o).resources.limits.cpu = '1')],
  ['image-tag', 'office', 'the image latest', (o) => (container(o).image = 'registry.example/cchc/plan-service:latest')],
  ['image-tag', 'office', 'the image latest beside a digest', (o) => (container(o).image = `registry.example/cchc/plan-service:latest@sha256:${'a'.repeat(64)}`)],
  ['image-tag', 'office', 'half a digest', (o) => (container(o).image = 'registry.example/cchc/plan-service@sha256:abc')],
  ['image-tag', 'office', 'an image without a tag', (o) => (container(o).image = 'registry.example:5000/cchc/plan-service')],
  ['secret-in-environment', 'office', 'a password in the environment', (o) => (container(o).env = [{ name: 'QUARKUS_DATASOURCE_PASSWORD', value: 'x' }])],
  ['secret-in-configmap', 'office', 'a password in a ConfigMap', (o) => setting(o, 'cchc-settings', 'QUARKUS_DATASOURCE_PASSWORD', 'x')],
  ['probes', 'office', 'no liveness probe', (o) => delete container(o).livenessProbe],
  ['image-user', 'office', 'another user than the image has', (o) => (spec(o).securityContext.runAsUser = 1000)],
];
const IN_CROSS = [
  ['deployed', 'province', 'a service is missing', (o) => drop(o, 'Deployment', 'feedback')],
  ['reference', 'province', 'a ConfigMap that does not exist', (o) => (container(o).envFrom[0].configMapRef.name = 'cchc-setings')],
  ['reference', 'office', 'a key that the ConfigMap does not have', (o) => (spec(o, 'StatefulSet', 'database').volumes.find((v) => v.name === 'create').configMap.items[0].key = 'create.sh')],
  ['reference', 'province', 'an account that does not exist', (o) => (spec(o).serviceAccountName = 'plan')],
  ['reference', 'province', 'a priority that does not exist', (o) => drop(o, 'PriorityClass')],
  ['selector', 'province', 'a Service that selects nobody', (o) => (find(o, 'Service', 'plan').spec.selector['app.kubernetes.io/name'] = 'plan')],
  ['selector', 'province', 'a Service that selects all services', (o) => delete find(o, 'Service', 'plan').spec.selector['app.kubernetes.io/name']],
  ['selector', 'province', 'a budget over all services', (o) => delete find(o, 'PodDisruptionBudget', 'plan').spec.selector.matchLabels['app.kubernetes.io/name']],
  ['selector', 'province', 'a policy for nobody', (o) => (find(o, 'NetworkPolicy', 'gateway').spec.podSelector.matchLabels['app.kubernetes.io/component'] = 'web')],
  ['selector', 'province', 'a policy to a database that is not there', (o) => (find(o, 'NetworkPolicy', 'services-to-database').spec.egress[0].to[0].podSelector.matchLabels['app.kubernetes.io/component'] = 'postgres')],
  ['selector', 'province', 'a monitor of nobody', (o) => (find(o, 'PodMonitor', 'cchc-services').spec.selector.matchLabels = { app: 'cchc' })],
  ['selector', 'province', 'a monitor of another Kafka', (o) => (find(o, 'PodMonitor', 'cchc-brokers').spec.selector.matchLabels['strimzi.io/cluster'] = 'other')],
  ['selector', 'province', 'a Deployment without its own pods', (o) => (find(o, 'Deployment', 'plan').spec.selector.matchLabels['app.kubernetes.io/name'] = 'x')],
  ['spread', 'province', 'a spread over all services', (o) => delete spec(o).topologySpreadConstraints[0].labelSelector.matchLabels['app.kubernetes.io/name']],
  ['default-deny', 'province', 'nothing is denied', (o) => drop(o, 'NetworkPolicy', 'default-deny')],
  ['dns', 'province', 'names are not resolved', (o) => drop(o, 'NetworkPolicy', 'dns')],
  ['port', 'province', 'a Service to another port', (o) => (find(o, 'Service', 'plan').spec.ports[0].targetPort = 'web')],
  ['port', 'province', 'a probe of another port', (o) => (container(o).readinessProbe.httpGet.port = 9999)],
  ['port', 'province', 'a policy for another port', (o) => (find(o, 'NetworkPolicy', 'gateway').spec.ingress[0].ports[0].port = 'web')],
  ['port', 'province', 'a monitor of another port', (o) => (find(o, 'PodMonitor', 'cchc-services').spec.podMetricsEndpoints[0].port = 'metrics')],
  ['port', 'province', 'one port twice', (o) => container(o).ports.push({ name: 'again', containerPort: 8080 })],
  ['reached', 'province', 'a broker that everybody reaches', (o) => delete find(o, 'Kafka').spec.kafka.listeners[0].networkPolicyPeers],
  ['reached', 'province', 'a broker that all pods of the namespace reach', (o) => (find(o, 'Kafka').spec.kafka.listeners[0].networkPolicyPeers = [{ podSelector: {} }])],
  ['reached', 'province', 'a broker that another namespace reaches', (o) => find(o, 'Kafka').spec.kafka.listeners[0].networkPolicyPeers.push({ namespaceSelector: {} })],
  ['reached', 'province', 'a broker that one service does not reach', (o) => (find(o, 'Kafka').spec.kafka.listeners[0].networkPolicyPeers[0].podSelector.matchLabels['app.kubernetes.io/name'] = 'plan-service')],
  ['reached', 'office', 'an identity provider that is denied', (o) => find(o, 'NetworkPolicy', 'services-to-others').spec.egress.shift()],
  ['reached', 'province', 'an identity provider behind the gateway that is denied', (o) => find(o, 'NetworkPolicy', 'services-to-others').spec.egress.splice(1, 1)],
  ['reached', 'province', 'services that reach anything', (o) => find(o, 'NetworkPolicy', 'services-to-others').spec.egress.push({})],
  ['reached', 'province', 'an ACME server that gets no answer', (o) => drop(o, 'NetworkPolicy', 'acme-from-gateway')],
  ['management', 'province', 'a probe of the port of the API', (o) => (container(o).livenessProbe.httpGet.port = 'http')],
  ['management', 'province', 'another port than the one that is listened at', (o) => setting(o, 'cchc-settings', 'QUARKUS_MANAGEMENT_PORT', '9001')],
  ['management', 'office', 'a Service that leads to health and metrics', (o) => find(o, 'Service', 'plan').spec.ports.push({ name: 'management', port: 9000, targetPort: 'management' })],
  ['management', 'province', 'metrics for the gateway', (o) => find(o, 'NetworkPolicy', 'gateway').spec.ingress[0].ports.push({ protocol: 'TCP', port: 'management' })],
  ['management', 'office', 'a policy for all ports', (o) => delete find(o, 'NetworkPolicy', 'gateway').spec.ingress[0].ports],
  ['route', 'province', 'a route to a Service that does not exist', (o) => (find(o, 'HTTPRoute', 'plan').spec.rules[0].backendRefs[0].name = 'plan')],
  ['route', 'province', 'a route to a port that does not exist', (o) => (find(o, 'HTTPRoute', 'plan').spec.rules[0].backendRefs[0].port = 8080)],
  ['route', 'province', 'metrics for everybody', (o) => (find(o, 'HTTPRoute', 'plan').spec.rules[0].matches[0].path.value = '/')],
  ['route', 'office', 'health for everybody', (o) => (find(o, 'Ingress', 'plan').spec.rules[0].http.paths[0].path = '/q/')],
  ['route', 'province', 'a listener that does not exist', (o) => (find(o, 'HTTPRoute', 'plan').spec.parentRefs[0].sectionName = 'http')],
  ['tls', 'office', 'a host without TLS', (o) => delete find(o, 'Ingress', 'plan').spec.tls],
  ['tls', 'province', 'HTTP that stays HTTP', (o) => drop(o, 'HTTPRoute', 'to-https')],
  ['tls', 'province', 'a browser that may come back by HTTP', (o) => delete find(o, 'HTTPRoute', 'feedback').spec.rules[0].filters],
  ['tls', 'province', 'a certificate of another name', (o) => find(o, 'Certificate').spec.dnsNames.shift()],
  ['probe', 'province', 'a probe of another path', (o) => (container(o).livenessProbe.httpGet.path = '/q/health')],
  ['probe', 'province', 'liveness asks for readiness', (o) => (container(o).livenessProbe.httpGet.path = '/q/health/ready')],
  ['probe', 'province', 'a start that waits for its database is killed with growing delays', (o) => (container(o).startupProbe.failureThreshold = 150)],
  ['probe', 'province', 'a slow start is killed', (o) => (container(o).startupProbe.failureThreshold = 10)],
  ['pre-stop', 'province', 'no pause before the stop', (o) => delete container(o).lifecycle],
  ['pre-stop', 'province', 'a shell before the stop', (o) => (container(o).lifecycle.preStop = { exec: { command: ['sleep', '10'] } })],
  ['grace', 'province', 'killed before requests are finished', (o) => (spec(o).terminationGracePeriodSeconds = 20)],
  ['budget', 'province', 'no budget', (o) => drop(o, 'PodDisruptionBudget', 'plan')],
  ['budget', 'province', 'a budget that blocks a drain', (o) => (find(o, 'PodDisruptionBudget', 'plan').spec = { minAvailable: 1, selector: find(o, 'PodDisruptionBudget', 'plan').spec.selector })],
  ['roll-out', 'province', 'a roll-out with one replica fewer', (o) => (find(o, 'Deployment', 'plan').spec.strategy.rollingUpdate.maxUnavailable = 1)],
  ['roll-out', 'office', 'a replica that serves alone at once', (o) => delete find(o, 'Deployment', 'plan').spec.minReadySeconds],
  ['partitions', 'province', 'more replicas than partitions', (o) => (find(o, 'HorizontalPodAutoscaler', 'plan').spec.maxReplicas = 7)],
  ['partitions', 'office', 'more fixed replicas than partitions', (o) => (find(o, 'Deployment', 'plan').spec.replicas = 4)],
  ['partitions', 'lag', 'more replicas by lag than partitions', (o) => (find(o, 'ScaledObject', 'plan').spec.maxReplicaCount = 7)],
  ['tracing', 'lag', 'a collector at a port that is not let through', (o) => setting(o, 'cchc-settings', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'http://otel-collector.monitoring:4318')],
  ['tracing', 'lag', 'a collector without a port', (o) => setting(o, 'cchc-settings', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'otel-collector.monitoring')],
  ['tracing', 'lag', 'tracing of which nothing is sampled', (o) => setting(o, 'cchc-settings', 'OTEL_TRACES_SAMPLER_ARG', '0')],
  ['tracing', 'lag', 'one service that is not traced', (o) => container(o).env.push({ name: 'CCHC_TRACING_ENABLED', value: 'false' })],
  ['tracing', 'lag', 'an attribute of a variable that is not there', (o) => container(o).env.shift()],
  ['postgres', 'office', 'a PostgreSQL that was not tested', (o) => (container(o, 'StatefulSet', 'database').image = 'docker.io/library/postgres:17.9-trixie')],
  ['postgres', 'province', 'a PostgreSQL that was not tested', (o) => (find(o, 'Cluster', 'plan').spec.imageName = 'ghcr.io/cloudnative-pg/postgresql:19.0-standard-trixie')],
  ['mail', 'lag', 'a mail server at a port that is not let through', (o) => setting(o, 'feedback-service-settings', 'QUARKUS_MAILER_PORT', '2525')],
  ['mail', 'lag', 'a port with TLS, spoken to in plain text', (o) => setting(o, 'feedback-service-settings', 'QUARKUS_MAILER_PORT', '465')],
  ['mail', 'lag', 'mails without a sender', (o) => setting(o, 'feedback-service-settings', 'QUARKUS_MAILER_FROM', undefined)],
  ['mail', 'lag', 'no way to the mail server', (o) => drop(o, 'NetworkPolicy', 'feedback-to-mail')],
  ['mail', 'province', 'a way to a mail server without mail', (o) => find(o, 'NetworkPolicy', 'services-to-others').spec.egress[0].ports.push({ protocol: 'TCP', port: 587 })],
  ['body-size', 'office', 'a gateway that lets less through than the service takes', (o) => (find(o, 'Ingress', 'feedback').metadata.annotations['haproxy-ingress.github.io/proxy-body-size'] = '11m')],
  ['route', 'office', 'pages under a misspelt path', (o) => find(o, 'Ingress', 'feedback').spec.rules[0].http.paths.forEach((each) => (each.path = each.path.replace('phan-anh', 'phan-an')))],
  ['route', 'province', 'pages that are not reached', (o) => find(o, 'HTTPRoute', 'feedback').spec.rules.forEach((rule) => (rule.matches = rule.matches?.filter((match) => match.path.value !== '/tra-cuu')))],
  ['tracing', 'province', 'a way to a collector without tracing', (o) => find(o, 'NetworkPolicy', 'services-to-others').spec.egress[0].ports.push({ protocol: 'TCP', port: 4317 })],
  ['peer', 'lag', 'the lag of another broker', (o) => (find(o, 'ScaledObject', 'plan').spec.triggers[1].metadata.bootstrapServers = 'kafka:9093')],
  ['secret', 'lag', 'a password that nothing makes', (o) => (find(o, 'TriggerAuthentication', 'plan').spec.secretTargetRef[0].name = 'plan')],
  ['port', 'lag', 'probes of a port that is not there', (o) => container(o).ports.pop()],
  ['scale-target', 'province', 'an autoscaler of nothing', (o) => (find(o, 'HorizontalPodAutoscaler', 'plan').spec.scaleTargetRef.name = 'plan')],
  ['scale-target', 'province', 'a fixed number beside the autoscaler', (o) => (find(o, 'Deployment', 'plan').spec.replicas = 2)],
  ['connections', 'province', 'too few connections', (o) => (find(o, 'Cluster', 'plan').spec.postgresql.parameters.max_connections = '50')],
  ['connections', 'office', 'a replica more', (o) => (find(o, 'Deployment', 'plan').spec.replicas = 3)],
  ['connections', 'province', 'pools by the cores of the node', (o) => setting(o, 'cchc-settings', 'JDK_JAVA_OPTIONS')],
  ['topics', 'province', 'a topic is missing', (o) => drop(o, 'KafkaTopic', 'cchc.report-recount')],
  ['retention', 'province', 'events are deleted', (o) => (find(o, 'KafkaTopic').spec.config['retention.ms'] = 604800000)],
  ['replication', 'province', 'one broker stops a topic', (o) => (find(o, 'KafkaTopic').spec.config['min.insync.replicas'] = 3)],
  ['rights', 'province', 'a right too few', (o) => find(o, 'KafkaUser', 'reporting').spec.authorization.acls.splice(3, 1)],
  ['rights', 'province', 'a right too many', (o) => find(o, 'KafkaUser', 'feedback').spec.authorization.acls[3].operations.push('Write')],
  ['rights', 'province', 'a right on the cluster', (o) => find(o, 'KafkaUser', 'feedback').spec.authorization.acls.push({ resource: { type: 'cluster' }, operations: ['Describe'] })],
  ['rights', 'province', 'the group of another', (o) => (find(o, 'KafkaUser', 'plan').spec.authorization.acls.at(-1).resource.name = 'feedback-service')],
  ['rights', 'office', 'the script forgets a topic', (o) => (find(o, 'ConfigMap', 'broker-topics').data['topics.sh'] = find(o, 'ConfigMap', 'broker-topics').data['topics.sh'].replace('"cchc.feedback cchc.feedback-recount cchc.reminder"', '"cchc.feedback"'))],
  ['backup', 'province', 'a database without backups', (o) => drop(o, 'ScheduledBackup', 'plan')],
  ['backup', 'province', 'two databases in one archive', (o) => (find(o, 'Cluster', 'plan').spec.plugins[0].parameters.serverName = 'feedback-database')],
  ['backup', 'province', 'an archive that is not there', (o) => drop(o, 'ObjectStore')],
  ['backup', 'office', 'no dumps', (o) => drop(o, 'CronJob')],
  ['backup', 'office', 'dumps that are suspended', (o) => (find(o, 'CronJob').spec.suspend = true)],
  ['backup', 'office', 'a database that is not dumped', (o) => setting(o, 'database-backup', 'dump.sh', find(o, 'ConfigMap', 'database-backup').data['dump.sh'].replace('plan feedback reporting', 'plan feedback'))],
  ['backup', 'office', 'a restore of a dump that nobody has read', (o) => setting(o, 'database-backup', 'restore.sh', find(o, 'ConfigMap', 'database-backup').data['restore.sh'].replace('pg_restore --file /dev/null', 'test -s'))],
  ['backup', 'office', 'a restore that commits half a dump', (o) => setting(o, 'database-backup', 'restore.sh', find(o, 'ConfigMap', 'database-backup').data['restore.sh'].replace("&& echo 'COMMIT;'", "; echo 'COMMIT;'"))],
  ['reference', 'office', 'a claim that does not exist', (o) => drop(o, 'PersistentVolumeClaim')],
  ['selector', 'office', 'a dump that may not reach the database', (o) => (podTemplate(find(o, 'CronJob')).metadata.labels['app.kubernetes.io/component'] = 'dump')],
  ['secret', 'province', 'a Secret that nothing makes', (o) => (spec(o).volumes.find((v) => v.name === 'secrets').projected.sources[0].secret.name = 'plan-database')],
  ['secret', 'office', 'a key that the Secret does not have', (o) => (spec(o).volumes.find((v) => v.name === 'secrets').projected.sources[0].secret.items[0].key = 'user')],
  ['setting', 'province', 'a file that names no property', (o) => (spec(o).volumes.find((v) => v.name === 'secrets').projected.sources[0].secret.items[0].path = 'quarkus.datasource.user')],
  ['setting', 'province', 'a misspelt setting', (o) => setting(o, 'cchc-settings', 'QUARKUS_OIDC_AUTH_SERVERURL', 'https://id.example')],
  ['setting', 'province', 'no audience', (o) => setting(o, 'cchc-settings', 'QUARKUS_OIDC_TOKEN_AUDIENCE')],
  ['setting', 'province', 'no trusted proxies', (o) => setting(o, 'cchc-settings', 'CCHC_TRUSTED_PROXIES')],
  ['profile', 'province', 'a profile for training', (o) => setting(o, 'cchc-settings', 'QUARKUS_PROFILE', 'local')],
  ['plaintext', 'province', 'a database that is not verified', (o) => setting(o, 'plan-service-database', 'QUARKUS_DATASOURCE_JDBC_URL', 'jdbc:postgresql://plan-database-rw:5432/plan?sslmode=require&sslrootcert=/etc/cchc/trust/database.crt')],
  ['plaintext', 'province', 'a broker without TLS', (o) => setting(o, 'cchc-settings', 'KAFKA_SECURITY_PROTOCOL', 'SASL_PLAINTEXT')],
  ['plaintext', 'province', 'a provider without TLS', (o) => setting(o, 'cchc-settings', 'QUARKUS_OIDC_AUTH_SERVER_URL', 'http://id.example')],
  ['migration', 'province', 'a replica that migrates', (o) => setting(o, 'cchc-settings', 'CCHC_MODE', 'migrate')],
  ['migration', 'province', 'no migration', (o) => drop(o, 'Job', 'plan')],
  ['volume', 'province', 'a volume that does not exist', (o) => (container(o).volumeMounts[0].name = 'secret')],
  ['volume', 'province', 'uploads on the read-only root', (o) => setting(o, 'cchc-settings', 'QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY', '/uploads')],
  ['volume', 'province', 'an authority that is not mounted', (o) => setting(o, 'cchc-settings', 'KAFKA_SSL_TRUSTSTORE_LOCATION', '/etc/cchc/trust/ca.crt')],
  ['volume', 'province', 'a tracking key that is not mounted', (o) => setting(o, 'feedback-service-settings', 'CCHC_TRACKING_KEY_FILE', '/etc/cchc/secrets/key')],
  ['peer', 'province', 'a database elsewhere', (o) => setting(o, 'plan-service-database', 'QUARKUS_DATASOURCE_JDBC_URL', 'jdbc:postgresql://plan-db-rw:5432/plan?sslmode=verify-full&sslrootcert=/etc/cchc/trust/database.crt')],
  ['peer', 'province', 'a restored cluster with the database of another service', (o) => (find(o, 'Cluster', 'plan').spec.bootstrap = { recovery: { source: 'before', database: 'feedback', owner: 'feedback' } })],
  ['peer', 'office', 'the port without TLS', (o) => setting(o, 'cchc-settings', 'KAFKA_BOOTSTRAP_SERVERS', 'broker:9092')],
  ['version', 'province', 'an image of another version', (o) => (container(o).image = 'registry.example/cchc/plan-service:0.0.1')],
  ['version', 'province', 'the image of another service', (o) => (container(o).image = 'registry.example/cchc/feedback-service:1.0.0')],
  ['version', 'province', 'one image by digest, the others by tag', (o) => (container(o).image = `registry.example/cchc/plan-service@sha256:${'a'.repeat(64)}`)],
  ['version', 'province', 'a migration by another digest', (o) => pinned(o, (object) => (object.kind === 'Job' ? 'b' : 'a'))],
  ['version', 'province', 'digests under labels of two versions', (o) => { pinned(o, () => 'a'); find(o, 'Deployment', 'plan').metadata.labels['app.kubernetes.io/version'] = '0.0.1'; }],
  ['version', 'province', 'a migration without its version', (o) => (find(o, 'Job', 'plan').metadata.name = 'plan-service-migration')],
  ['immutable', 'office', 'the version in a database', (o) => (podTemplate(find(o, 'StatefulSet', 'database')).metadata.labels['app.kubernetes.io/version'] = '1.0.0')],
  ['immutable', 'office', 'the version in a claim', (o) => (find(o, 'StatefulSet', 'broker').spec.volumeClaimTemplates[0].metadata.labels = { 'app.kubernetes.io/version': '1.0.0' })],
  ['immutable', 'office', 'the version in a Job without it in its name', (o) => (podTemplate(find(o, 'Job', 'broker')).metadata.labels['app.kubernetes.io/version'] = '1.0.0')],
  ['immutable-job', 'province', 'a Job that reads what changes', (o) => container(o, 'Job').envFrom.push({ configMapRef: { name: container(o).envFrom[0].configMapRef.name } })],
  ['job-ttl', 'province', 'a Job that stays', (o) => delete find(o, 'Job', 'plan').spec.ttlSecondsAfterFinished],
  ['memory', 'province', 'a limit below the heap and the classes', (o) => (container(o).resources.limits.memory = '384Mi')],
  ['labels', 'office', 'a database without its name', (o) => delete find(o, 'StatefulSet', 'database').metadata.labels['app.kubernetes.io/name']],
  ['labels', 'office', 'pods of the broker without their component', (o) => delete podTemplate(find(o, 'StatefulSet', 'broker')).metadata.labels['app.kubernetes.io/component']],
  ['labels', 'office', 'Jobs of the dumps that nobody finds', (o) => delete find(o, 'CronJob').spec.jobTemplate.metadata.labels['app.kubernetes.io/component']],
  ['labels', 'province', 'pods of an unnamed installation', (o) => delete podTemplate(find(o, 'Deployment', 'plan')).metadata.labels['app.kubernetes.io/instance']],
  ['labels', 'office', 'pods of the dumps that belong to nothing', (o) => delete podTemplate(find(o, 'CronJob')).metadata.labels['app.kubernetes.io/part-of']],
  ['labels', 'office', 'a Service of the broker without what manages it', (o) => delete find(o, 'Service', 'broker').metadata.labels['app.kubernetes.io/managed-by']],
  ['labels', 'province', 'a policy that belongs to nothing', (o) => delete find(o, 'NetworkPolicy').metadata.labels['app.kubernetes.io/part-of']],
  ['labels', 'province', 'database pods of an unnamed installation', (o) => delete find(o, 'Cluster').spec.inheritedMetadata.labels['app.kubernetes.io/instance']],
  ['labels', 'province', 'broker pods without what manages them', (o) => delete find(o, 'KafkaNodePool').spec.template.pod.metadata.labels['app.kubernetes.io/managed-by']],
  ['volume', 'province', 'forms that fill a volume', (o) => (podTemplate(find(o, 'Deployment', 'feedback')).spec.volumes.find((each) => each.name === 'uploads').emptyDir.sizeLimit = '1Gi')],
  ['volume', 'province', 'more in its volumes than a pod may write', (o) => (container(o).resources.limits['ephemeral-storage'] = '1Gi')],
  ['labels', 'province', 'no version', (o) => delete find(o, 'Service', 'plan').metadata.labels['app.kubernetes.io/version']],
  ['metric', 'province', 'a metric that does not exist', (o) => (find(o, 'PrometheusRule').spec.groups[0].rules[2].expr = 'cchc_outbox_waiting > 0')],
  ['metric', 'province', 'a metric of the JVM that does not exist', (o) => (find(o, 'PrometheusRule').spec.groups[0].rules[2].expr = 'max by (service) (jvm_heap_bytes{area="heap"}) > 1')],
  ['runbook', 'province', 'an alert without a page', (o) => (find(o, 'PrometheusRule').spec.groups[0].rules[2].alert = 'CchcSomething')],
  ['runbook', 'province', 'a page without an alert', (o) => find(o, 'PrometheusRule').spec.groups[0].rules.splice(2, 1)],
  ['runbook', 'province', 'an alert that links nowhere', (o) => delete find(o, 'PrometheusRule').spec.groups[0].rules[2].annotations.runbook_url],
  ['runbook', 'province', 'another severity than on its page', (o) => (find(o, 'PrometheusRule').spec.groups[0].rules[2].labels.severity = 'critical')],
  ['watched', 'province', 'volumes that nobody watches', (o) => rulesAbout(o, 'kubelet_volume_stats', () => [])],
  ['watched', 'province', 'the volumes of another namespace', (o) => (find(o, 'Namespace').metadata.name = 'citizens')],
  ['watched', 'province', 'the volumes of all namespaces', (o) => rulesAbout(o, 'predict_linear', (rule) => [{ ...rule, expr: rule.expr.replace('predict_linear(kubelet_volume_stats_available_bytes{namespace="cchc"}', 'predict_linear(kubelet_volume_stats_available_bytes{}') }])],
  ['watched', 'province', 'certificates that nobody watches', (o) => rulesAbout(o, 'cchc_certificate', () => [])],
  ['watched', 'province', 'keys that nobody watches', (o) => rulesAbout(o, 'cchc_tracking_keys', () => [])],
  ['runbook', 'province', 'a page of an alert that is gone', (o) => rulesAbout(o, 'cchc_requests_waits', () => [])],
  ['dashboard', 'province', 'no dashboards', (o) => drop(o, 'ConfigMap', 'cchc-dashboards')],
  ['dashboard', 'province', 'a dashboard that is no JSON', (o) => setting(o, 'cchc-dashboards', 'work.json', '{')],
  ['dashboard', 'province', 'one panel over another', (o) => dashboard(o, 'work.json', (d) => (d.panels[2].gridPos.x = 0))],
  ['dashboard', 'province', 'a panel that names no alert', (o) => dashboard(o, 'work.json', (d) => (d.panels[3].description = 'Alert: CchcOverdue.'))],
  ['dashboard', 'province', 'a data source of another Grafana', (o) => dashboard(o, 'work.json', (d) => (d.panels[1].targets[0].datasource.uid = 'P123'))],
  ['metric', 'province', 'a panel without a metric', (o) => dashboard(o, 'engines.json', (d) => (d.panels[1].targets[0].expr = 'rate(http_requests_total[5m])'))],
  ['realm', 'province', 'a role is missing', (o) => setting(o, 'cchc-realm', 'realm.json', find(o, 'ConfigMap', 'cchc-realm').data['realm.json'].replace('"clerk"', '"clark"'))],
  ['realm', 'province', 'another audience', (o) => setting(o, 'cchc-settings', 'QUARKUS_OIDC_TOKEN_AUDIENCE', 'cchc-api')],
];
// Requires the generated table of settings.
if (code.settings.length) {
  IN_CROSS.push(
    ['required', 'province', 'a required setting is missing', (o) => setting(o, 'cchc-settings', 'KAFKA_BOOTSTRAP_SERVERS')],
    ['required', 'province', 'a required secret is missing', (o) => spec(o).volumes.find((v) => v.name === 'secrets').projected.sources.pop()],
    ['secret-in-configmap', 'province', 'a secret as a variable', (o) => setting(o, 'cchc-settings', 'KAFKA_SASL_JAAS_CONFIG', 'x')],
  );
}
const IN_FILES = [
  ['unfinished', 'README.md', (text) => `${text}\n${'TO' + 'DO'}: more`],
  ['machine-path', 'image/build', (text) => `${text}\ncp ${'/ho' + 'me/'}me/x .`],
  ['page', 'components/monitoring/runbook/CchcErrors.md', (text) => text.replace('## Never', '## Perhaps')],
  ['link', 'README.md', (text) => `${text}\n[more](MORE.md)`],
  ['job', 'README.md', (text) => `${text}\nkubectl delete job broker-topics-1`],
  ['registry', 'check/package-lock.json', () => '{"resolved": "x"}'],
];

let passed = 0;
let failed = 0;
function expect(rule, what, findings, before) {
  const known = new Set(before.map((each) => JSON.stringify(each)));
  if (findings.some((each) => each.rule === rule && !known.has(JSON.stringify(each)))) passed++;
  else {
    failed++;
    console.log(`FAILED  not found: ${what} (${rule}); found instead: ${findings.map((each) => each.rule).join(', ') || 'nothing'}`);
  }
}

// A restored cluster is no error.
const restored = structuredClone(rendered.province);
find(restored, 'Cluster', 'plan').spec.bootstrap = { recovery: { source: 'before', database: 'plan', owner: 'plan' } };
if (cross('province', restored, code).length === 0) passed++;
else {
  failed++;
  console.log('FAILED  a restored cluster is reported');
}

// Neither are images by digest, alone or beside their tag.
for (const form of [(image, digest) => `${image.replace(/:[^:/]*$/, '')}@${digest}`, (image, digest) => `${image}@${digest}`]) {
  const byDigest = structuredClone(rendered.province);
  for (const object of byDigest.filter((each) => each.metadata?.labels?.['app.kubernetes.io/version'] && podTemplate(each))) {
    const { containers: [first] } = podTemplate(object).spec;
    first.image = form(first.image, `sha256:${'a'.repeat(64)}`);
  }
  const said = [...cross('province', byDigest, code), ...security(byDigest, code)];
  if (said.length === 0) passed++;
  else {
    failed++;
    console.log(`FAILED  images by digest are reported: ${JSON.stringify(said[0])}`);
  }
}

const holds = (what, is) => {
  if (is) passed++;
  else {
    failed++;
    console.log(`FAILED  ${what}`);
  }
};

// What the script `metrics` says of a text like that of a service.
const canned = text('deploy/kubernetes/check/metrics.txt')
  .split('\n')
  .filter((line) => line && !line.startsWith('#') && !line.endsWith(' other'))
  .map((line) => line.split(' ')[0]);
function scraped(names, ...options) {
  mkdirSync(path.join(here, 'out'), { recursive: true });
  const file = path.join(here, 'out', 'scraped.txt');
  writeFileSync(file, names.map((name) => `# HELP ${name} Of a test.\n# TYPE ${name} untyped\n${name}{service="a"} 1\n`).join(''));
  const { status, stderr } = spawnSync(path.join(here, 'metrics'), [...options, `file://${file}`], { encoding: 'utf8' });
  return status === 0 ? '' : stderr.trim();
}
const lacking = (...missing) => canned.filter((name) => !missing.some((each) => name.startsWith(each)));
const unpublished = (...names) => `metrics that no service publishes: ${names.join(' ')}`;
const requests = ['count', 'max', 'sum'].map((each) => `http_server_requests_seconds_${each}`);
const certificates = ['begin', 'expiry'].map((each) => `cchc_certificate_${each}_timestamp_seconds`);
holds('all metrics are there', scraped(canned, '--tls') === '');
holds('a missing metric', scraped(lacking('cchc_mails_waiting_mails')) === unpublished('cchc_mails_waiting_mails'));
holds('a metric under another name', scraped([...lacking('cchc_mails_enabled'), 'cchc_mails_enabled_ratio']) === unpublished('cchc_mails_enabled'));
holds('no requests', scraped(lacking('http_server_requests')) === unpublished(...requests));
holds('no certificates, without TLS', scraped(lacking('cchc_certificate')) === '');
holds('no certificates, with TLS', scraped(lacking('cchc_certificate'), '--tls') === unpublished(...certificates));
holds('no event has been of a first kind', scraped(lacking('cchc_dead_letters_total', 'cchc_events_void', 'cchc_events_ignored', 'cchc_recount'), '--tls') === '');

// A panel that names an alert reads what its rule reads.
const SAME = ['kind', 'method', 'uri'];
function strangers(objects) {
  const alerts = ofKind(objects, 'PrometheusRule').flatMap((each) => each.spec.groups).flatMap((group) => group.rules);
  const panels = Object.values(find(objects, 'ConfigMap', 'cchc-dashboards').data).flatMap((file) => JSON.parse(file).panels);
  return panels.flatMap((panel) =>
    [...(panel.description ?? '').matchAll(/\bCchc\w+/g)].flatMap(([name]) => {
      const { expr } = alerts.find((rule) => rule.alert === name);
      const [shown, read] = [expressionsOf({ panels: [panel] })[0].expression, expr].map((each) => ({ metrics: metricsOf(each), matchers: matchersOf(each, SAME) }));
      return shown.metrics.some((metric) => read.metrics.includes(metric) && shown.matchers[metric] !== read.matchers[metric]) ? [`${panel.title}: ${name}`] : [];
    }),
  );
}
holds(`panels read something else than the alerts that they name: ${strangers(rendered.province)}`, strangers(rendered.province).length === 0);
for (const [title, was, is] of [['Timers late', 'day-mark|reminder-mail', 'day-mark'], ['Handed in, by hour', '/api/v1/feedback|/phan-anh/.*', '/api/v1/feedback']]) {
  const planted = structuredClone(rendered.province);
  dashboard(planted, 'work.json', (d) => d.panels.forEach((panel) => panel.title === title && (panel.targets[0].expr = panel.targets[0].expr.replace(was, is))));
  holds(`a panel that reads something else than its alert: ${title}`, strangers(planted).some((each) => each.startsWith(title)));
}

// The alert on backups is there with CloudNativePG, alone: elsewhere its metric is always absent. It expects each database.
const backups = (objects) => ofKind(objects, 'PrometheusRule').filter((each) => JSON.stringify(each.spec).includes('barman_cloud'));
for (const [overlay, objects] of Object.entries(rendered)) {
  const clusters = ofKind(objects, 'Cluster').map((each) => each.metadata.name);
  holds(`${overlay}: alerts on backups, and clusters`, backups(objects).length === (clusters.length ? 1 : 0));
  for (const name of clusters) holds(`${overlay}: no alert where ${name} tells of no backup`, JSON.stringify(backups(objects)).includes(`{pod=~\\"${name}(-[0-9]+)?-[0-9]+\\"}[1h]`));
}
holds('the component of monitoring tells of backups by itself', !readFileSync(path.join(kubernetes, 'components/monitoring/rules.yaml'), 'utf8').includes('barman_cloud'));

// The page of refused events names what the publisher refuses, and nothing else.
const refuses = [...text('platform/core/src/main/java/vn/cchc/platform/event/OutboxPublisher.java').matchAll(/cause instanceof (\w+Exception)/g)].map(([, name]) => name);
const page = readFileSync(path.join(kubernetes, 'components/monitoring/runbook/CchcEventsRefused.md'), 'utf8');
const named = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
holds(`CchcEventsRefused names ${named}, the publisher refuses ${refuses}`, refuses.length > 0 && [...named].sort().join() === [...refuses].sort().join());

// "What to watch" names each metric of ours that a rule or a panel may read.
const told = text('platform/README.md');
const untold = canned.filter((name) => name.startsWith('cchc_') && !told.includes(name.replace(/_(sum|count)$/, '')));
holds(`platform/README.md does not name ${untold}`, untold.length === 0);

async function play(plants, check) {
  const before = {};
  for (const [overlay, objects] of Object.entries(rendered)) before[overlay] = await check(overlay, objects);
  for (const [rule, overlay, what, plant] of plants) {
    const objects = structuredClone(rendered[overlay]);
    plant(objects);
    expect(rule, what, await check(overlay, objects), before[overlay]);
  }
}

await play(IN_SCHEMAS, (_, objects) => schema(objects));
await play(IN_SECURITY, (_, objects) => security(objects, code));
await play(IN_CROSS, (overlay, objects) => cross(overlay, objects, code));

// One compilation for all plants.
const misspelt = structuredClone(rendered.province);
const planted = UNKNOWN.map(([kind, name, plant]) => {
  const object = find(misspelt, kind, name);
  plant(object);
  return `${kind}/${object.metadata.name}`;
});
const found = unknownFields(misspelt);
for (const where of planted) expect('unknown-field', `a misspelt field of ${where}`, found.filter((each) => each.where === where), []);

for (const [rule, name, plant] of IN_FILES) {
  const read = (file) => {
    const text = readFileSync(file, 'utf8');
    return file === path.join(kubernetes, name) ? plant(text) : text;
  };
  expect(rule, `${rule} in ${name}`, fileRules(read), fileRules());
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
