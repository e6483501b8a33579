-- Questions of appraisers to agencies about a criterion, and the answers: only ever added.
CREATE TABLE message (
    tenant_id uuid,
    year integer,
    agency text,
    criterion text CHECK (criterion <> ''),
    number integer CHECK (number BETWEEN 1 AND 40),
    from_agency boolean NOT NULL,
    text text NOT NULL CHECK (btrim(text) <> '' AND char_length(text) <= 2000),
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, year, agency, criterion, number),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, written_by) REFERENCES account (tenant_id, id)
);
SELECT guard_tenant('message', 'SELECT, INSERT');
