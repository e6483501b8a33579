-- One agency's assessment in one edition, its figures (declared beside accepted), and its wishes for "not applicable".
CREATE TABLE assessment (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    year integer NOT NULL,
    agency text NOT NULL,
    "group" text NOT NULL,
    parent text,
    ranked boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('entering', 'awaitingApproval', 'submitted', 'returned', 'notSubmitted', 'appraised', 'explained', 'final', 'reopened')),
    extended_to timestamptz,
    extension_reason text CHECK ((extension_reason IS NULL) = (extended_to IS NULL)),
    note text,
    submitted_digest text CHECK (submitted_digest ~ '^[0-9a-f]{64}$'),
    submitted_at timestamptz,
    submitted_by uuid,
    left_out boolean NOT NULL DEFAULT false CHECK (NOT left_out OR state = 'notSubmitted'),
    illustrative boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, year, "group") REFERENCES edition_group (tenant_id, year, code),
    FOREIGN KEY (tenant_id, agency) REFERENCES agency (tenant_id, code),
    FOREIGN KEY (tenant_id, parent) REFERENCES agency (tenant_id, code),
    FOREIGN KEY (tenant_id, submitted_by) REFERENCES account (tenant_id, id),
    CHECK ((submitted_digest IS NULL) = (submitted_at IS NULL) AND (submitted_at IS NULL) = (submitted_by IS NULL)),
    CHECK (state <> 'submitted' OR submitted_digest IS NOT NULL)
);
CREATE INDEX assessment_group ON assessment (tenant_id, year, "group");
CREATE INDEX assessment_agency ON assessment (tenant_id, agency);

ALTER TABLE assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assessment USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON assessment TO dx_app;

CREATE TABLE figure_entry (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    year integer NOT NULL,
    agency text NOT NULL,
    figure text NOT NULL CHECK (figure <> ''),
    declared text CHECK (declared <> ''),
    declared_by uuid,
    declared_at timestamptz,
    accepted text CHECK (accepted <> ''),
    accepted_by uuid,
    accepted_at timestamptz,
    correction_reason text CHECK (correction_reason <> ''),
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year, agency, figure),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, declared_by) REFERENCES account (tenant_id, id),
    FOREIGN KEY (tenant_id, accepted_by) REFERENCES account (tenant_id, id),
    CHECK (accepted IS NULL OR accepted_at IS NOT NULL),
    CHECK (accepted_at IS NULL OR accepted IS NOT DISTINCT FROM declared OR correction_reason IS NOT NULL)
);

ALTER TABLE figure_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON figure_entry USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON figure_entry TO dx_app;

CREATE TABLE not_applicable_request (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    year integer NOT NULL,
    agency text NOT NULL,
    criterion text NOT NULL,
    reason text NOT NULL CHECK (btrim(reason) <> ''),
    requested_by uuid NOT NULL,
    requested_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, year, agency, criterion),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, requested_by) REFERENCES account (tenant_id, id)
);

ALTER TABLE not_applicable_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE not_applicable_request FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON not_applicable_request USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON not_applicable_request TO dx_app;
