-- An appraiser's decision on one criterion in one round, with its reason.
CREATE TABLE verdict (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    year integer NOT NULL,
    agency text NOT NULL,
    criterion text NOT NULL CHECK (criterion <> ''),
    round integer NOT NULL CHECK (round IN (1, 2)),
    decision text NOT NULL CHECK (decision IN ('accept', 'points', 'notApplicable')),
    points numeric CHECK (points >= 0),
    reason text CHECK (reason IN ('evidenceMissing', 'evidenceInsufficient', 'figureContradicted', 'outsideTheYear', 'ruleMisread', 'nothingDue', 'outsideTheRemit', 'other')),
    sentence text CHECK (btrim(sentence) <> ''),
    decided_by uuid NOT NULL,
    decided_at timestamptz NOT NULL,
    stale boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year, agency, criterion, round),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, decided_by) REFERENCES account (tenant_id, id),
    CHECK ((decision = 'points') = (points IS NOT NULL)),
    CHECK (decision = 'accept' OR (reason IS NOT NULL AND sentence IS NOT NULL))
);

ALTER TABLE verdict ENABLE ROW LEVEL SECURITY;
ALTER TABLE verdict FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON verdict USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON verdict TO dx_app;
