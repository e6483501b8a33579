-- Printed results that were imported can be taken back while nothing rests on them. Only those: no other edition is ever deleted. The edition goes
-- first and its groups after it, since the groups of an edition that is there do not change any more.
GRANT DELETE ON imported_standing, imported_tier_count, imported_tier, edition_group, edition TO dx_app;
CREATE FUNCTION only_imported_goes() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog
    AS $$ BEGIN RAISE EXCEPTION 'an edition that was not imported is never deleted' USING ERRCODE = '42501'; END $$;
REVOKE EXECUTE ON FUNCTION only_imported_goes() FROM PUBLIC;
CREATE TRIGGER only_imported_goes BEFORE DELETE ON edition FOR EACH ROW WHEN (OLD.stage <> 'imported') EXECUTE FUNCTION only_imported_goes();
ALTER TABLE edition_group ALTER CONSTRAINT edition_group_tenant_id_year_fkey DEFERRABLE INITIALLY IMMEDIATE;
CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON imported_tier FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
