-- A target may be a count and a ceiling as well ("at most 40 files"), and a source bears number and day of its document. The office enters
-- targets and the values they are held against from a file, and puts others in their place; nothing else that was printed is deleted.
ALTER TABLE printed_figure
    ADD COLUMN bound text NOT NULL DEFAULT 'least' CHECK (bound IN ('least', 'most')),
    ADD COLUMN unit_vi text CHECK (unit_vi <> ''),
    ADD COLUMN unit_en text CHECK (unit_en <> ''),
    ADD CHECK ((unit_vi IS NULL) = (unit_en IS NULL)),
    ADD CHECK (unit_vi IS NULL OR (denominator IS NULL AND percent IS NULL)),
    ADD CHECK (bound = 'least' OR kind = 'target');
ALTER TABLE source
    ADD COLUMN document_number text CHECK (document_number <> ''),
    ADD COLUMN dated date;
GRANT UPDATE (document_number, dated) ON source TO dx_app;
GRANT DELETE ON printed_figure TO dx_app;
CREATE FUNCTION only_targets_go() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog
    AS $$ BEGIN RAISE EXCEPTION 'only targets and the values of their indicators are deleted' USING ERRCODE = '42501'; END $$;
REVOKE EXECUTE ON FUNCTION only_targets_go() FROM PUBLIC;
CREATE TRIGGER only_targets_go BEFORE DELETE ON printed_figure
    FOR EACH ROW WHEN (OLD.kind <> 'target' AND (OLD.kind <> 'figure' OR OLD.indicator IS NULL OR OLD.agency IS NOT NULL))
    EXECUTE FUNCTION only_targets_go();
