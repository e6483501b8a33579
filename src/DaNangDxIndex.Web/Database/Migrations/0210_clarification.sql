-- A warning about an agency's figures asks for a sentence; it stands for the values it was written about, and goes with the form.
CREATE TABLE clarification (
    tenant_id uuid,
    year integer NOT NULL,
    agency text NOT NULL,
    doubt text NOT NULL CHECK (doubt <> '' AND length(doubt) <= 500),
    about text NOT NULL CHECK (about <> '' AND length(about) <= 8000),
    sentence text NOT NULL CHECK (btrim(sentence) <> '' AND length(sentence) <= 1000),
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year, agency, doubt),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, written_by) REFERENCES account (tenant_id, id)
);
SELECT guard_tenant('clarification', 'SELECT, INSERT, UPDATE, DELETE');
