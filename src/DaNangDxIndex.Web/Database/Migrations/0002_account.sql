-- Who signs in. An account belongs to one tenant and at most one agency; roles stand on the account itself.
CREATE TABLE account (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    id uuid NOT NULL,
    user_name text NOT NULL CHECK (btrim(user_name) <> ''),
    normalized_user_name text NOT NULL,
    full_name text NOT NULL CHECK (btrim(full_name) <> ''),
    roles text[] NOT NULL CHECK (roles <@ ARRAY['assessor', 'approver', 'appraiser', 'leadAppraiser', 'office', 'signatory', 'administrator', 'auditor']),
    agency_code text CHECK (agency_code <> ''),
    disabled boolean NOT NULL DEFAULT false,
    password_hash text,
    security_stamp text NOT NULL,
    lockout_end timestamptz,
    lockout_enabled boolean NOT NULL DEFAULT true,
    access_failed_count integer NOT NULL DEFAULT 0 CHECK (access_failed_count >= 0),
    two_factor_enabled boolean NOT NULL DEFAULT false,
    reset_hash bytea CHECK (octet_length(reset_hash) = 32),
    reset_expires_at timestamptz,
    concurrency_stamp text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, normalized_user_name),
    UNIQUE (tenant_id, reset_hash),
    CHECK ((reset_hash IS NULL) = (reset_expires_at IS NULL)),
    -- Who enters or approves does so for an agency.
    CHECK (agency_code IS NOT NULL OR NOT roles && ARRAY['assessor', 'approver'])
);
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON account USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON account TO dx_app;

CREATE TABLE account_claim (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
    account_id uuid NOT NULL,
    claim_type text NOT NULL,
    claim_value text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX account_claim_account ON account_claim (tenant_id, account_id);
ALTER TABLE account_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_claim FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON account_claim USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON account_claim TO dx_app;

CREATE TABLE account_login (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    login_provider text NOT NULL,
    provider_key text NOT NULL,
    provider_display_name text,
    account_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, login_provider, provider_key),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX account_login_account ON account_login (tenant_id, account_id);
ALTER TABLE account_login ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_login FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON account_login USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON account_login TO dx_app;

CREATE TABLE account_token (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    account_id uuid NOT NULL,
    login_provider text NOT NULL,
    name text NOT NULL,
    value text,
    PRIMARY KEY (tenant_id, account_id, login_provider, name),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE account_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_token FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON account_token USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON account_token TO dx_app;

CREATE TABLE account_passkey (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    credential_id bytea NOT NULL CHECK (octet_length(credential_id) <= 1024),
    account_id uuid NOT NULL,
    data jsonb NOT NULL,
    PRIMARY KEY (tenant_id, credential_id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX account_passkey_account ON account_passkey (tenant_id, account_id);
ALTER TABLE account_passkey ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_passkey FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON account_passkey USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON account_passkey TO dx_app;
