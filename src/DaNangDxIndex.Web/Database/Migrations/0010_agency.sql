-- Agencies are known by code; names repeat and change, so validity and successors stand with them.
CREATE TABLE agency (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    code text NOT NULL CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    "group" text NOT NULL CHECK ("group" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    assessed boolean NOT NULL,
    name_vi text NOT NULL CHECK (name_vi <> ''),
    name_en text NOT NULL CHECK (name_en <> ''),
    parent text,
    valid_from date,
    valid_to date CHECK (valid_to >= valid_from),
    successors text[] NOT NULL DEFAULT '{}',
    gso_code text,
    verified boolean NOT NULL,
    PRIMARY KEY (tenant_id, code),
    FOREIGN KEY (tenant_id, parent) REFERENCES agency (tenant_id, code) DEFERRABLE INITIALLY DEFERRED,
    CHECK (parent <> code)
);
CREATE INDEX agency_parent ON agency (tenant_id, parent);

ALTER TABLE agency ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON agency USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON agency TO dx_app;
