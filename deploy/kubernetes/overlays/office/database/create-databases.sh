#!/bin/bash
# Run once by the image, on an empty data directory, against a server that listens only on its Unix socket.
set -euo pipefail
PGPASSWORD=$(cat /etc/cchc/secrets/superuser)
export PGPASSWORD
for service in plan feedback reporting; do
  psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres \
    -v name="$service" -v password="$(cat "/etc/cchc/secrets/$service")" << 'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT, TEMPORARY ON DATABASE :"name" FROM PUBLIC;
SQL
done
