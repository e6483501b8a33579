-- What a signatory has read and acknowledged before signing: one row for each finding, bound to the digest of results and findings that were on screen.
CREATE TABLE acknowledgement (
    tenant_id uuid,
    year integer NOT NULL,
    digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    kind text NOT NULL CHECK (kind <> ''),
    by uuid NOT NULL,
    name text NOT NULL CHECK (btrim(name) <> ''),
    at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, year, digest, kind),
    FOREIGN KEY (tenant_id, year) REFERENCES edition (tenant_id, year),
    FOREIGN KEY (tenant_id, by) REFERENCES account (tenant_id, id)
);
SELECT guard_tenant('acknowledgement', 'SELECT, INSERT');

-- The findings as they were signed over, and the digest that leads to their acknowledgements.
ALTER TABLE publication
    ADD COLUMN findings text NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(findings::jsonb) = 'array'),
    ADD COLUMN findings_digest text CHECK (findings_digest ~ '^[0-9a-f]{64}$');
