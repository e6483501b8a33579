-- The signed scan of a paper that was printed from here: a piece of the agency's folder, and of which content it was printed.
CREATE TABLE signed_paper (
    tenant_id uuid,
    id uuid NOT NULL,
    year integer NOT NULL,
    agency text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('report', 'minutes')),
    piece uuid NOT NULL,
    revision integer NOT NULL,
    digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    kept_by uuid NOT NULL,
    kept_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, agency, piece) REFERENCES piece (tenant_id, agency, id),
    FOREIGN KEY (tenant_id, piece, revision) REFERENCES piece_revision (tenant_id, piece, number),
    FOREIGN KEY (tenant_id, kept_by) REFERENCES account (tenant_id, id)
);
CREATE INDEX signed_paper_assessment ON signed_paper (tenant_id, year, agency);
SELECT guard_tenant('signed_paper', 'SELECT, INSERT');
