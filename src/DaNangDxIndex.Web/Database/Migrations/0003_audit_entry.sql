-- Who did what, when, before and after: a hash chain per tenant that the database itself forges. The application may
-- add entries and read them; numbering, hash and head are out of its reach, and nobody changes what is written.
CREATE TABLE audit_head (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    number bigint NOT NULL CHECK (number > 0),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (tenant_id)
);
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_head USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT ON audit_head TO dx_app;

CREATE TABLE audit_entry (
    tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid REFERENCES tenant (id),
    number bigint NOT NULL CHECK (number > 0),
    at timestamptz NOT NULL,
    account_id uuid,
    account_name text NOT NULL,
    verb text NOT NULL CHECK (verb ~ '^[a-z]+([.-][a-z]+)*$'),
    subject text NOT NULL,
    before jsonb,
    after jsonb,
    request_id text,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (tenant_id, number)
);
CREATE INDEX audit_entry_subject ON audit_entry (tenant_id, subject, number);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_entry USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT ON audit_entry TO dx_app;
GRANT INSERT (tenant_id, at, account_id, account_name, verb, subject, before, after, request_id) ON audit_entry TO dx_app;

-- A field as "length in bytes:content,", a missing one as "-,": no two different entries give the same bytes.
CREATE FUNCTION audit_field(field text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
    AS $$ SELECT coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field || ',', '-,') $$;

CREATE FUNCTION audit_entry_chain() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$
DECLARE
    head public.audit_head;
BEGIN
    IF new.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
        RAISE EXCEPTION 'an audit entry belongs to the tenant of its connection' USING ERRCODE = '42501';
    END IF;
    -- The head's row is the lock: entries of one tenant follow each other, and a rollback leaves no gap.
    SELECT * INTO head FROM public.audit_head WHERE tenant_id = new.tenant_id FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(new.tenant_id::text, 0));
        SELECT * INTO head FROM public.audit_head WHERE tenant_id = new.tenant_id FOR UPDATE;
    END IF;
    new.number := coalesce(head.number, 0) + 1;
    new.hash := sha256(coalesce(head.hash, ''::bytea) || convert_to(
        public.audit_field(new.tenant_id::text)
        || public.audit_field(new.number::text)
        || public.audit_field(to_char(new.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || public.audit_field(new.account_id::text)
        || public.audit_field(new.account_name)
        || public.audit_field(new.verb)
        || public.audit_field(new.subject)
        || public.audit_field(new.before::text)
        || public.audit_field(new.after::text)
        || public.audit_field(new.request_id), 'UTF8'));
    INSERT INTO public.audit_head (tenant_id, number, hash) VALUES (new.tenant_id, new.number, new.hash)
        ON CONFLICT (tenant_id) DO UPDATE SET number = excluded.number, hash = excluded.hash;
    RETURN new;
END
$$;

CREATE FUNCTION audit_entry_stays() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog
    AS $$ BEGIN RAISE EXCEPTION 'the audit trail is only ever added to' USING ERRCODE = '42501'; END $$;

REVOKE EXECUTE ON FUNCTION audit_field(text), audit_entry_chain(), audit_entry_stays() FROM PUBLIC;

CREATE TRIGGER chain BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_chain();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();
