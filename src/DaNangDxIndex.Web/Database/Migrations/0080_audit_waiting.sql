-- Entries of the trail wait beside it until their transaction commits, and join the chain only then. The chain's head is
-- locked for the commit alone: a process that freezes between its change and its commit holds up nobody else's.
CREATE TABLE audit_waiting (
    tenant_id uuid,
    id bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL,
    account_id uuid,
    account_name text NOT NULL,
    verb text NOT NULL,
    subject text NOT NULL,
    before jsonb,
    after jsonb,
    request_id text,
    PRIMARY KEY (tenant_id, id)
);
SELECT guard_tenant('audit_waiting', 'SELECT, INSERT');

CREATE FUNCTION audit_waiting_joins() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    AS $$
BEGIN
    INSERT INTO public.audit_entry (tenant_id, at, account_id, account_name, verb, subject, before, after, request_id)
    VALUES (new.tenant_id, new.at, new.account_id, new.account_name, new.verb, new.subject, new.before, new.after, new.request_id);
    DELETE FROM public.audit_waiting WHERE tenant_id = new.tenant_id AND id = new.id;
    RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION audit_waiting_joins() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER joins AFTER INSERT ON audit_waiting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_waiting_joins();

REVOKE INSERT (tenant_id, at, account_id, account_name, verb, subject, before, after, request_id) ON audit_entry FROM dx_app;
