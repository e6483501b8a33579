-- Sign-in of the city: who, beside our own passwords, may say who somebody is. An account is known there by issuer and subject alone
-- (account_login), never by a name or an address of mail. The secret is sealed by the keys of sign-ins.
CREATE TABLE sign_in_provider (
    tenant_id uuid,
    id uuid NOT NULL,
    issuer text NOT NULL CHECK (char_length(issuer) BETWEEN 8 AND 300),
    client_id text NOT NULL CHECK (char_length(client_id) BETWEEN 1 AND 200),
    secret text,
    name_vi text NOT NULL CHECK (btrim(name_vi) <> '' AND char_length(name_vi) <= 80),
    name_en text NOT NULL CHECK (btrim(name_en) <> '' AND char_length(name_en) <= 80),
    place integer NOT NULL CHECK (place BETWEEN 1 AND 99),
    active boolean NOT NULL,
    -- Values of amr or acr by which it says that a second factor was shown, where the tenant takes its word for that.
    second_factor text[] NOT NULL DEFAULT '{}',
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, issuer)
);
SELECT guard_tenant('sign_in_provider');

-- Somebody is on the way to a provider and back. Taken once, by the digest of its state; what it holds is sealed.
CREATE TABLE sign_in_attempt (
    tenant_id uuid,
    state_hash bytea NOT NULL CHECK (octet_length(state_hash) = 32),
    began_at timestamptz NOT NULL,
    content text NOT NULL CHECK (octet_length(content) <= 2000000),
    PRIMARY KEY (tenant_id, state_hash)
);
CREATE INDEX sign_in_attempt_began ON sign_in_attempt (tenant_id, began_at);
SELECT guard_tenant('sign_in_attempt', 'SELECT, INSERT, DELETE');

ALTER TABLE account_login
    ADD CHECK (char_length(login_provider) <= 300),
    ADD CHECK (char_length(provider_key) BETWEEN 1 AND 255);

-- How a sign-in came about, where it was not by our own password: authenticated_at is what the provider said, null where it did not say.
ALTER TABLE account_session
    ADD COLUMN provider_id uuid,
    ADD COLUMN authenticated_at timestamptz,
    ADD COLUMN second_by_provider boolean NOT NULL DEFAULT false,
    ADD FOREIGN KEY (tenant_id, provider_id) REFERENCES sign_in_provider (tenant_id, id),
    ADD CHECK (provider_id IS NOT NULL OR authenticated_at IS NULL AND NOT second_by_provider);
