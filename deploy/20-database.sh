#!/bin/sh
# Run once by the PostgreSQL image, after Roles.sql: the roles' passwords and the database that the owner owns. The passwords are read by
# psql itself: others may read a command line.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres <<'SQL'
\set owner `cat /run/secrets/owner_password`
\set application `cat /run/secrets/application_password`
\set backup `cat /run/secrets/backup_password`
ALTER ROLE dx_owner PASSWORD :'owner';
ALTER ROLE dx_app PASSWORD :'application';
ALTER ROLE dx_backup PASSWORD :'backup';
CREATE DATABASE dx OWNER dx_owner;
REVOKE CONNECT ON DATABASE dx FROM PUBLIC;
GRANT CONNECT ON DATABASE dx TO dx_app, dx_backup;
SQL
