#!/bin/sh
# Run once by the PostgreSQL image, after Roles.sql: the roles' passwords and the database that the owner owns.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres \
    -v owner="$(cat /run/secrets/owner_password)" -v application="$(cat /run/secrets/application_password)" \
    -v backup="$(cat /run/secrets/backup_password)" <<'SQL'
ALTER ROLE dx_owner PASSWORD :'owner';
ALTER ROLE dx_app PASSWORD :'application';
ALTER ROLE dx_backup PASSWORD :'backup';
CREATE DATABASE dx OWNER dx_owner;
REVOKE CONNECT ON DATABASE dx FROM PUBLIC;
GRANT CONNECT ON DATABASE dx TO dx_app, dx_backup;
SQL
