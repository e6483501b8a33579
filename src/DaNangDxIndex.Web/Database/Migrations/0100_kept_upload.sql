-- A spreadsheet between its check and its being applied: what was looked at is what is applied, by the same person, whichever process answers.
CREATE TABLE kept_upload (
    tenant_id uuid,
    id uuid NOT NULL,
    purpose text NOT NULL CHECK (purpose ~ '^[a-z]+(-[a-z0-9]+)*$'),
    account_id uuid NOT NULL,
    file_name text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 200),
    content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 5242880),
    at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX kept_upload_account ON kept_upload (tenant_id, account_id, purpose);
SELECT guard_tenant('kept_upload', 'SELECT, INSERT, DELETE');
