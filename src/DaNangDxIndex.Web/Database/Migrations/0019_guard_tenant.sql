-- A new table says "tenant_id uuid" first in its primary key and calls SELECT guard_tenant('its_name'): from then on its
-- rows belong to the tenant of the connection that writes them, and no other connection sees them. The second argument
-- is what the application may do: SELECT guard_tenant('notice', 'SELECT, INSERT').
CREATE FUNCTION guard_tenant(guarded regclass, granted text DEFAULT 'SELECT, INSERT, UPDATE') RETURNS void
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
END
$$;
REVOKE EXECUTE ON FUNCTION guard_tenant(regclass, text) FROM PUBLIC;
