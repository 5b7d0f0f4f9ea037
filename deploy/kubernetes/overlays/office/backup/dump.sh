#!/bin/bash
# Dumps the three databases, each as its owner and self-contained, and deletes dumps older than KEEP_DAYS, but never the last one of a
# database. A dump is renamed to its final name only after pg_restore has read it completely, so every listed dump can be restored.
set -euo pipefail
umask 077
keep=${KEEP_DAYS:-7}
folder=/var/lib/cchc/backup
export PGHOST=database PGSSLMODE=verify-full PGSSLROOTCERT=/etc/cchc/secrets/ca.crt PGCONNECT_TIMEOUT=10
failed=0
# What an interrupted run has left.
find "$folder" -name '*.dump.part' -delete
for service in plan feedback reporting; do
  file=$folder/$service-$(date -u +%Y%m%dT%H%M%SZ).dump
  # Before the new dump, which may need their room; a series of failures keeps the last good one.
  last=$(find "$folder" -name "$service-*.dump" | sort | tail -n 1)
  find "$folder" -name "$service-*.dump" -mtime "+$keep" ! -path "$last" -delete
  PGPASSWORD=$(cat "/etc/cchc/secrets/$service")
  export PGPASSWORD PGUSER=$service PGDATABASE=$service
  if pg_dump --format=custom --compress=6 --no-owner --no-privileges --file "$file.part" && pg_restore --file /dev/null "$file.part"; then
    mv "$file.part" "$file"
    echo "$file $(stat -c %s "$file") bytes"
  else
    rm -f "$file.part"
    echo "no dump of $service" >&2
    failed=1
  fi
done
exit $failed
