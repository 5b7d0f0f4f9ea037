#!/bin/bash
# Replaces the contents of a database by a dump, in one transaction: completely or not at all.
#   restore.sh SERVICE FILE           run by the Job that `restore` creates
set -euo pipefail
service=$1
file=/var/lib/cchc/backup/$2
PGPASSWORD=$(cat "/etc/cchc/secrets/$service")
export PGPASSWORD PGHOST=database PGUSER=$service PGDATABASE=$service PGSSLMODE=verify-full PGSSLROOTCERT=/etc/cchc/secrets/ca.crt
[ -s "$file" ] || { echo "$file is missing; existing dumps:" >&2; ls -1 /var/lib/cchc/backup >&2; exit 1; }
others=$(psql --no-psqlrc -Atc "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
[ "$others" = 0 ] || { echo "$others other sessions use the database of $service: stop all replicas first" >&2; exit 1; }
pg_restore --no-owner --no-privileges --file - "$file" \
  | psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --single-transaction -c 'DROP SCHEMA public CASCADE' -c 'CREATE SCHEMA public' -f - > /dev/null
psql --no-psqlrc --quiet -c 'ANALYZE'
echo "$service is restored from $2: journal up to position $(psql --no-psqlrc -Atc 'SELECT max(position) FROM journal')"
