-- Published versions: inserted once, never changed. The canonical text is what the digest is taken of.
CREATE TABLE publication (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    year integer NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    canonical text NOT NULL,
    digest text NOT NULL CHECK (digest = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')),
    decision_number text CHECK (btrim(decision_number) <> ''),
    decision_date date,
    published_at timestamptz NOT NULL,
    published_by uuid,
    audit_head text NOT NULL,
    PRIMARY KEY (tenant_id, year, number),
    FOREIGN KEY (tenant_id, year) REFERENCES edition (tenant_id, year),
    FOREIGN KEY (tenant_id, published_by) REFERENCES account (tenant_id, id),
    CHECK ((decision_number IS NULL) = (decision_date IS NULL))
);

ALTER TABLE publication ENABLE ROW LEVEL SECURITY;
ALTER TABLE publication FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON publication USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT ON publication TO dx_app;

CREATE TABLE scorecard_code (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    code text NOT NULL CHECK (code ~ '^[0-9A-Z]{8,16}$'),
    year integer NOT NULL,
    number integer NOT NULL,
    agency text NOT NULL,
    PRIMARY KEY (tenant_id, code),
    UNIQUE (tenant_id, year, number, agency),
    FOREIGN KEY (tenant_id, year, number) REFERENCES publication (tenant_id, year, number),
    FOREIGN KEY (tenant_id, agency) REFERENCES agency (tenant_id, code)
);

ALTER TABLE scorecard_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE scorecard_code FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON scorecard_code USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT ON scorecard_code TO dx_app;
