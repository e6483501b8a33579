-- One criterion of a final assessment opened again: asked for by the office, opened and closed by the lead appraiser. Kept as history.
CREATE TABLE reopening (
    tenant_id uuid,
    year integer NOT NULL,
    agency text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    criterion text NOT NULL CHECK (criterion <> ''),
    request text NOT NULL CHECK (btrim(request) <> ''),
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    reason text CHECK (btrim(reason) <> ''),
    opened_by uuid,
    opened_at timestamptz,
    ended_at timestamptz,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year, agency, number),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, asked_by) REFERENCES account (tenant_id, id),
    FOREIGN KEY (tenant_id, opened_by) REFERENCES account (tenant_id, id),
    CHECK ((opened_at IS NULL) = (opened_by IS NULL) AND (opened_at IS NULL) = (reason IS NULL))
);
CREATE UNIQUE INDEX reopening_at_once ON reopening (tenant_id, year, agency) WHERE ended_at IS NULL;
SELECT guard_tenant('reopening');
