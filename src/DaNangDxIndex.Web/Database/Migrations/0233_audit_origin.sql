-- From where the request of an entry came. It stands beside the chain and not in it: an address is about a person, is needed for a while
-- only, and is forgotten without a break in what the chain proves. Entries themselves stay as they are, for ever.
ALTER TABLE audit_waiting ADD COLUMN ip inet;

CREATE TABLE audit_origin (
    tenant_id uuid,
    number bigint NOT NULL,
    ip inet NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, number)
);
SELECT guard_tenant('audit_origin', 'SELECT, DELETE');
CREATE INDEX audit_origin_at ON audit_origin (tenant_id, at);

CREATE OR REPLACE FUNCTION audit_waiting_joins() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan
    AS $$
DECLARE
    joined bigint;
BEGIN
    INSERT INTO public.audit_entry (tenant_id, at, account_id, account_name, verb, subject, before, after, request_id)
    VALUES (new.tenant_id, new.at, new.account_id, new.account_name, new.verb, new.subject, new.before, new.after, new.request_id)
    RETURNING number INTO joined;
    IF new.ip IS NOT NULL THEN
        INSERT INTO public.audit_origin (tenant_id, number, ip, at) VALUES (new.tenant_id, joined, new.ip, new.at);
    END IF;
    DELETE FROM public.audit_waiting WHERE tenant_id = new.tenant_id AND id = new.id;
    RETURN NULL;
END
$$;
