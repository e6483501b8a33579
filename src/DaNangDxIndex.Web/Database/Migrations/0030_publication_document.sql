-- The announcing document stands in the canonical text alone (form 2: its kind, number, date and issuer); the columns that repeated two of them go.
-- Form 1 is read no more. It was only ever used for samples, and those are published again; with a real decision this migration stops.
DO $$
DECLARE tenant_of_row uuid;
BEGIN
    FOR tenant_of_row IN SELECT id FROM tenant LOOP
        PERFORM set_config('app.tenant_id', tenant_of_row::text, true);
        IF EXISTS (SELECT FROM publication WHERE decision_number IS NOT NULL) THEN
            RAISE EXCEPTION 'There is a publication of form 1 with a decision. This version of the program does not read it.';
        END IF;
        UPDATE edition SET stage = 'final' WHERE stage = 'published' AND year IN (SELECT year FROM publication);
        DELETE FROM scorecard_code;
        DELETE FROM publication;
    END LOOP;
    PERFORM set_config('app.tenant_id', '', true);
END $$;

ALTER TABLE publication DROP COLUMN decision_number, DROP COLUMN decision_date;
