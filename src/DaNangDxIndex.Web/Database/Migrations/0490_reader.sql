-- What anybody may read, said by the database: public answers that nobody signed in asks for run under the role dx_reader, which dx_app
-- takes on and lays down (TenantOnConnection). It reads the tables that public answers are made of, changes nothing, and of three of
-- them sees less than their tenant has. PublicReaderTests compares this with the pages.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dx_reader') THEN
        RAISE EXCEPTION 'the role dx_reader is missing: first run Roles.sql again as the administrator of PostgreSQL (docs/operations.md)';
    END IF;
END
$$;
GRANT USAGE ON SCHEMA public TO dx_reader;
GRANT SELECT ON series, source, edition, edition_group, amendment, printed_figure, imported_standing, imported_tier, imported_tier_count,
    agency_before, lineage_act, publication, withdrawal, scorecard_code TO dx_reader;
-- Not whom the office calls there (Publications/PublicAgencies).
GRANT SELECT (tenant_id, code, "group", assessed, name_vi, name_en, parent, valid_from, valid_to, successors, gso_code, verified, kind)
    ON agency TO dx_reader;
-- Who takes part, and nothing of how far they are.
GRANT SELECT (tenant_id, year, agency, joined_into) ON assessment TO dx_reader;

-- What is being prepared is the office's own (Editions/PublicEditions): edition, groups with their criteria, who takes part.
CREATE POLICY is_public ON edition AS RESTRICTIVE FOR SELECT TO dx_reader USING (stage <> 'drafting');
CREATE POLICY is_public ON edition_group AS RESTRICTIVE FOR SELECT TO dx_reader USING (year IN (SELECT year FROM edition));
CREATE POLICY is_public ON assessment AS RESTRICTIVE FOR SELECT TO dx_reader USING (year IN (SELECT year FROM edition));
