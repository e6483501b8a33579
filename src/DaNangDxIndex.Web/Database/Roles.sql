-- Who may sign in to the database: the owner migrates (row security does not bind it, else data migrations would
-- silently touch nothing), the application owns nothing, the backup reads every row of every tenant and changes none.
-- Run once by an administrator; safe to run again.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dx_owner') THEN
        CREATE ROLE dx_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dx_app') THEN
        CREATE ROLE dx_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dx_backup') THEN
        CREATE ROLE dx_backup LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS IN ROLE pg_read_all_data CONNECTION LIMIT 4;
        ALTER ROLE dx_backup SET default_transaction_read_only = on;
    END IF;
END
$$;
-- So that "dx tenant move" can lay down a trail as it was written, without its triggers; the owner could switch them off one by one anyway.
GRANT SET ON PARAMETER session_replication_role TO dx_owner;
