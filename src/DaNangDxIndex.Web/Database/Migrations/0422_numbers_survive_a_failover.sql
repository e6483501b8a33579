-- Acts wait in a table that is not logged, and its numbers were not either: a standby that became the primary had no sequence that it could
-- read ("bad magic number"), and nothing could be saved any more. The table may be empty after a failover; its numbers may not be broken.
ALTER SEQUENCE audit_waiting_id_seq SET LOGGED;
