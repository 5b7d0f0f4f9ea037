#!/bin/bash
# Topics and ACLs of the services, as in components/strimzi: a service writes and reads back its own topics, reads those it consumes,
# and has one consumer group. Every command is idempotent.
set -euo pipefail
umask 077
cat > /tmp/client.properties << END
security.protocol=SASL_SSL
sasl.mechanism=SCRAM-SHA-512
ssl.truststore.type=PEM
ssl.truststore.location=/etc/cchc/secrets/ca.crt
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="$(cat /etc/cchc/secrets/admin)";
END
to=(--bootstrap-server broker:9093 --command-config /tmp/client.properties)

service() {
  local user=User:$1 topic owned=() heard=()
  for topic in $2; do
    /opt/kafka/bin/kafka-topics.sh "${to[@]}" --create --if-not-exists --topic "$topic" --partitions 3 \
      --config retention.ms=-1 --config cleanup.policy=delete
    owned+=(--topic "$topic")
  done
  for topic in $3; do heard+=(--topic "$topic"); done
  /opt/kafka/bin/kafka-acls.sh "${to[@]}" --add --allow-principal "$user" --operation Describe --operation Read --operation Write "${owned[@]}"
  /opt/kafka/bin/kafka-acls.sh "${to[@]}" --add --allow-principal "$user" --operation Describe --operation Read "${heard[@]}"
  /opt/kafka/bin/kafka-acls.sh "${to[@]}" --add --allow-principal "$user" --operation Describe --operation Read --group "$1"
}

#       service           owned topics                          consumed topics
service plan-service "cchc.authority cchc.calendar cchc.plan cchc.task cchc.milestone cchc.target-reading" \
  "cchc.feedback cchc.report cchc.feedback-recount cchc.report-recount"
service feedback-service "cchc.feedback cchc.feedback-recount cchc.reminder" \
  "cchc.authority cchc.calendar"
service reporting-service "cchc.report cchc.report-recount" \
  "cchc.authority cchc.plan cchc.task cchc.milestone cchc.target-reading cchc.feedback cchc.calendar"
