-- The second proof at the sign-in: a code of an app that shares a secret with us, or one of the recovery codes, each once. The secret is
-- sealed by the keys of sign-ins, the recovery codes are kept by their hash alone.
CREATE TABLE second_factor (
    tenant_id uuid,
    account_id uuid NOT NULL,
    secret text NOT NULL,
    -- The half minute of the last code that was taken: it and those before it are taken no more.
    last_step bigint NOT NULL,
    set_up_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, account_id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
SELECT guard_tenant('second_factor', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE recovery_code (
    tenant_id uuid,
    account_id uuid NOT NULL,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    used_at timestamptz,
    PRIMARY KEY (tenant_id, account_id, hash),
    FOREIGN KEY (tenant_id, account_id) REFERENCES second_factor (tenant_id, account_id) ON DELETE CASCADE
);
SELECT guard_tenant('recovery_code', 'SELECT, INSERT, UPDATE, DELETE');

-- For which roles it is compulsory; the operator's to say (dx tenant second-factor), not the application's.
ALTER TABLE tenant ADD COLUMN second_factor text[] NOT NULL DEFAULT ARRAY['office', 'signatory', 'administrator'];
