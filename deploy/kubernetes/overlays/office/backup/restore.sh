#!/bin/bash
# Replaces the contents of a database by a dump, in one transaction: completely or not at all. The dump is read to its end first, as
# psql cannot tell a dump that ends early from a complete one; and COMMIT is sent only after the dump has been read again without
# an error. Without it the transaction is rolled back.
#   restore.sh SERVICE FILE           run by the Job that `restore` creates
set -euo pipefail
service=$1
file=/var/lib/cchc/backup/$2
PGPASSWORD=$(cat "/etc/cchc/secrets/$service")
export PGPASSWORD PGHOST=database PGUSER=$service PGDATABASE=$service PGSSLMODE=verify-full PGSSLROOTCERT=/etc/cchc/secrets/ca.crt
[ -s "$file" ] || { echo "$file is missing; existing dumps:" >&2; ls -1 /var/lib/cchc/backup >&2; exit 1; }
# Sessions without a user are the server's own: an autovacuum yields.
others=$(psql --no-psqlrc -Atc "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usesysid IS NOT NULL AND pid <> pg_backend_pid()")
[ "$others" = 0 ] || { echo "$others other sessions use the database of $service: stop all replicas first" >&2; exit 1; }
pg_restore --file /dev/null "$file" || { echo "$file is damaged; nothing was changed" >&2; exit 1; }
{
  # As initdb creates it.
  echo 'BEGIN; DROP SCHEMA public CASCADE; CREATE SCHEMA public AUTHORIZATION pg_database_owner; GRANT USAGE ON SCHEMA public TO PUBLIC;'
  pg_restore --no-owner --no-privileges --file - "$file" && echo 'COMMIT;'
} | psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --file - > /dev/null
psql --no-psqlrc --quiet -c 'ANALYZE'
echo "$service is restored from $2: journal up to position $(psql --no-psqlrc -Atc 'SELECT max(position) FROM journal')"
