-- Passkeys stand beside the app of codes: recovery codes belong to the account, whichever of the two it has.
ALTER TABLE recovery_code
    DROP CONSTRAINT recovery_code_tenant_id_account_id_fkey,
    ADD FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id) ON DELETE CASCADE;

-- A question to a passkey that has been answered, by the digest of what we sealed: no answer serves twice, whichever process it comes to.
CREATE TABLE passkey_question (
    tenant_id uuid,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, hash)
);
CREATE INDEX passkey_question_answered ON passkey_question (tenant_id, answered_at);
SELECT guard_tenant('passkey_question', 'SELECT, INSERT, DELETE');

ALTER TABLE account_passkey
    ADD CHECK (octet_length(data::text) <= 100000);
