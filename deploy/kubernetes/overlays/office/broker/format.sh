#!/bin/bash
set -euo pipefail
umask 077
admin=$(cat /etc/cchc/secrets/admin)
{
  cat /etc/cchc/settings/server.properties
  echo "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username=\"admin\" password=\"$admin\";"
} > /run/cchc/server.properties
[ ! -e /var/lib/kafka/data/meta.properties ] || exit 0
users=(--add-scram "SCRAM-SHA-512=[name=admin,password=$admin]")
for service in plan-service feedback-service reporting-service; do
  users+=(--add-scram "SCRAM-SHA-512=[name=$service,password=$(cat "/etc/cchc/secrets/$service")]")
done
/opt/kafka/bin/kafka-storage.sh format --config /run/cchc/server.properties \
  --cluster-id "$(/opt/kafka/bin/kafka-storage.sh random-uuid)" "${users[@]}"
