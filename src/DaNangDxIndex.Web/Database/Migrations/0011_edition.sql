-- A year's index, its groups with their criteria files, and results that were only ever printed by others.
CREATE TABLE edition (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    stage text NOT NULL CHECK (stage IN ('drafting', 'open', 'appraisal', 'explanation', 'review', 'final', 'published', 'imported')),
    rounds integer NOT NULL CHECK (rounds IN (1, 2)),
    in_force_on date NOT NULL,
    entry_closes_at timestamptz,
    provenance text,
    illustrative boolean NOT NULL,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year),
    CHECK (stage <> 'imported' OR provenance IS NOT NULL)
);

ALTER TABLE edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE edition FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON edition USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON edition TO dx_app;

CREATE TABLE edition_group (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    year integer NOT NULL,
    code text NOT NULL CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    position integer NOT NULL CHECK (position > 0),
    name_vi text NOT NULL CHECK (name_vi <> ''),
    name_en text NOT NULL CHECK (name_en <> ''),
    criteria_file text CHECK (jsonb_typeof(criteria_file::jsonb) = 'object'),
    PRIMARY KEY (tenant_id, year, code),
    UNIQUE (tenant_id, year, position),
    FOREIGN KEY (tenant_id, year) REFERENCES edition (tenant_id, year)
);

ALTER TABLE edition_group ENABLE ROW LEVEL SECURITY;
ALTER TABLE edition_group FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON edition_group USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON edition_group TO dx_app;

CREATE TABLE imported_standing (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    year integer NOT NULL,
    "group" text NOT NULL,
    agency text NOT NULL,
    rank integer CHECK (rank > 0),
    total text CHECK (total ~ '^[0-9]+([.][0-9]+)?$'),
    tier text,
    source text NOT NULL,
    PRIMARY KEY (tenant_id, year, "group", agency),
    FOREIGN KEY (tenant_id, year, "group") REFERENCES edition_group (tenant_id, year, code),
    FOREIGN KEY (tenant_id, agency) REFERENCES agency (tenant_id, code)
);
CREATE INDEX imported_standing_agency ON imported_standing (tenant_id, agency);

ALTER TABLE imported_standing ENABLE ROW LEVEL SECURITY;
ALTER TABLE imported_standing FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON imported_standing USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT ON imported_standing TO dx_app;

CREATE TABLE imported_tier_count (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    year integer NOT NULL,
    "group" text NOT NULL,
    tier text NOT NULL,
    agencies integer NOT NULL CHECK (agencies >= 0),
    source text NOT NULL,
    PRIMARY KEY (tenant_id, year, "group", tier),
    FOREIGN KEY (tenant_id, year, "group") REFERENCES edition_group (tenant_id, year, code)
);

ALTER TABLE imported_tier_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE imported_tier_count FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON imported_tier_count USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT ON imported_tier_count TO dx_app;
