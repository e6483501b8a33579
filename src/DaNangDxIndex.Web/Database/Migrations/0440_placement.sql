-- Where a tenant stands: the home cluster keeps the list, and each cluster says of the tenants it holds whether it takes their writes.
ALTER TABLE tenant
    -- Only the home cluster's row counts; null is the home cluster itself.
    ADD COLUMN cluster text CHECK (cluster ~ '^[a-z][a-z0-9]{0,29}$' AND cluster <> 'home'),
    -- Since when this cluster takes no writes of the tenant: it is on its way, or stands elsewhere by now.
    ADD COLUMN closed_at timestamptz;

-- True, or an error that the web tells as "in a moment": a process that has not heard of a move yet cannot write at the old place. Asked
-- once by a statement, not by a row. Without a tenant the guard itself refuses.
CREATE FUNCTION tenant_takes_writes() RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
    AS $$
DECLARE
    current_tenant CONSTANT uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
BEGIN
    IF current_tenant IS NULL OR EXISTS (SELECT FROM public.tenant WHERE id = current_tenant AND closed_at IS NULL) THEN
        RETURN true;
    END IF;
    RAISE EXCEPTION 'this cluster takes no writes of tenant %', current_tenant USING ERRCODE = 'TM001';
END
$$;

CREATE FUNCTION guard_writes(guarded regclass) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    AS $$
DECLARE
    asked CONSTANT text := '((SELECT public.tenant_takes_writes()))';
BEGIN
    EXECUTE format('CREATE POLICY open_for_insert ON %s AS RESTRICTIVE FOR INSERT WITH CHECK %s', guarded, asked);
    EXECUTE format('CREATE POLICY open_for_update ON %s AS RESTRICTIVE FOR UPDATE USING %s', guarded, asked);
    EXECUTE format('CREATE POLICY open_for_delete ON %s AS RESTRICTIVE FOR DELETE USING %s', guarded, asked);
END
$$;

CREATE OR REPLACE FUNCTION guard_tenant(guarded regclass, granted text DEFAULT 'SELECT, INSERT, UPDATE') RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    AS $$
DECLARE
    current_tenant CONSTANT text := $expression$nullif(current_setting('app.tenant_id', true), '')::uuid$expression$;
BEGIN
    EXECUTE format('ALTER TABLE %s ALTER tenant_id SET NOT NULL, ALTER tenant_id SET DEFAULT %s', guarded, current_tenant);
    EXECUTE format('ALTER TABLE %s ADD FOREIGN KEY (tenant_id) REFERENCES public.tenant (id)', guarded);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY tenant ON %1$s USING (tenant_id = %2$s) WITH CHECK (tenant_id = %2$s)', guarded, current_tenant);
    EXECUTE format('GRANT %s ON %s TO dx_app', granted, guarded);
    PERFORM public.guard_writes(guarded);
END
$$;
REVOKE EXECUTE ON FUNCTION guard_writes(regclass) FROM PUBLIC;

-- Made for work apart from a request and never used; its key did not begin with the tenant.
DROP TABLE job;

SELECT guard_writes(oid) FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relrowsecurity ORDER BY relname;
