-- The office's own templates of the documents that announce results; without one the product's own is filled.
CREATE TABLE document_template (
    tenant_id uuid,
    kind text NOT NULL CHECK (kind IN ('decision', 'notice', 'submission')),
    file_name text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 100),
    content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 2097152),
    digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    kept_by uuid NOT NULL,
    kept_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, kind),
    FOREIGN KEY (tenant_id, kept_by) REFERENCES account (tenant_id, id)
);
SELECT guard_tenant('document_template', 'SELECT, INSERT, UPDATE, DELETE');
