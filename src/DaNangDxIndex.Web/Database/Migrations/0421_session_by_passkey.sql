-- By which passkey somebody signed in, so that what came by a lost device ends when its passkey is removed.
ALTER TABLE account_session ADD COLUMN passkey bytea CHECK (octet_length(passkey) BETWEEN 1 AND 1023);
