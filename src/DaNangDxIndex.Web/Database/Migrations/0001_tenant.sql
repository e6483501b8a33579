-- The tables without a tenant: few, named here, and readable by every tenant's request. All others are guarded.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO dx_app;
-- The web tells by it whether the schema is as new as the program.
GRANT SELECT ON migration_history TO dx_app;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE TABLE tenant (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) BETWEEN 3 AND 40),
    name_vi text NOT NULL CHECK (btrim(name_vi) <> ''),
    name_en text NOT NULL CHECK (btrim(name_en) <> ''),
    kind text NOT NULL CHECK (kind IN ('city', 'province')),
    settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
    position integer NOT NULL GENERATED ALWAYS AS IDENTITY,
    CHECK (slug NOT IN ('api', 'assets', 'verify', 'health', 'openapi', 'design', 'error'))
);
GRANT SELECT ON tenant TO dx_app;

-- Keys of the cookies, shared by all processes of the web.
CREATE TABLE data_protection_key (
    name text PRIMARY KEY,
    xml text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT ON data_protection_key TO dx_app;

-- The short code printed on a document leads to its tenant; the document itself stays behind the guard.
CREATE TABLE verification_code (
    code text PRIMARY KEY CHECK (code ~ '^[0-9A-Z]{8,16}$'),
    tenant_id uuid NOT NULL REFERENCES tenant (id)
);
CREATE INDEX verification_code_tenant ON verification_code (tenant_id);
GRANT SELECT, INSERT ON verification_code TO dx_app;

-- Work to be done apart from a request. A worker takes a job, then sets the job's tenant.
CREATE TABLE job (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenant (id),
    kind text NOT NULL CHECK (kind <> ''),
    input jsonb NOT NULL DEFAULT '{}',
    due_at timestamptz NOT NULL DEFAULT now(),
    attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    done_at timestamptz,
    error text
);
CREATE INDEX job_due ON job (due_at) WHERE done_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON job TO dx_app;
