-- Who may sign in to the database: the owner migrates (row security does not bind it, else data migrations would
-- silently touch nothing), the application owns nothing, the backup reads every row of every tenant and changes none.
-- Nobody signs in as the reader: the application becomes it for public answers (0490_reader).
-- Run once by an administrator; safe to run again.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dx_owner') THEN
        CREATE ROLE dx_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dx_app') THEN
        CREATE ROLE dx_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dx_reader') THEN
        CREATE ROLE dx_reader NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dx_backup') THEN
        CREATE ROLE dx_backup LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS IN ROLE pg_read_all_data CONNECTION LIMIT 4;
        ALTER ROLE dx_backup SET default_transaction_read_only = on;
    END IF;
END
$$;
-- Taken on and laid down, never had beside its own rights: what the reader must not see would be hidden from the application as well.
ALTER ROLE dx_app NOINHERIT;
GRANT dx_reader TO dx_app;
-- The limits that the application asks for with each connection (ConnectionLimits), for where a pooler between does not pass them on.
ALTER ROLE dx_app SET statement_timeout = '15s';
ALTER ROLE dx_app SET lock_timeout = '5s';
ALTER ROLE dx_app SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE dx_app SET jit = off;
-- So that "dx tenant move" can lay down a trail as it was written, without its triggers; the owner could switch them off one by one anyway.
GRANT SET ON PARAMETER session_replication_role TO dx_owner;
