-- Personal access tokens, by their hash alone. A token ends with its person's roles: whoever changes them, by whatever way, ends it here.
CREATE TABLE access_token (
    tenant_id uuid,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL CHECK (btrim(name) <> '' AND char_length(name) <= 60),
    scope text NOT NULL CHECK (scope IN ('read', 'enter', 'appraise', 'office')),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days'),
    last_used_at timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, hash),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX access_token_account ON access_token (tenant_id, account_id);
SELECT guard_tenant('access_token');

CREATE FUNCTION account_ends_tokens() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    AS $$
BEGIN
    UPDATE public.access_token SET revoked_at = now()
    WHERE tenant_id = new.tenant_id AND account_id = new.id AND revoked_at IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER ends_tokens AFTER UPDATE ON account FOR EACH ROW
    WHEN (new.disabled AND NOT old.disabled OR new.agency_code IS DISTINCT FROM old.agency_code
        OR NOT (new.roles @> old.roles AND new.roles <@ old.roles))
    EXECUTE FUNCTION account_ends_tokens();
