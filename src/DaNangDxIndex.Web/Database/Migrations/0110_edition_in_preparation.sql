-- What an edition is made of before it opens: the days of its calendar, and who is going to take part. Groups and criteria are those of edition_group.
ALTER TABLE edition
    ADD COLUMN entry_opens_on date,
    ADD COLUMN appraisal_ends_on date,
    ADD COLUMN publishes_on date,
    ADD COLUMN reminder_days integer[] NOT NULL DEFAULT '{}' CHECK (cardinality(reminder_days) <= 5 AND 1 <= ALL (reminder_days) AND 90 >= ALL (reminder_days)),
    ADD CHECK (entry_opens_on < entry_closes_at),
    ADD CHECK (publishes_on > appraisal_ends_on);

CREATE TABLE participant (
    tenant_id uuid,
    year integer NOT NULL,
    agency text NOT NULL,
    "group" text NOT NULL,
    ranked boolean NOT NULL,
    PRIMARY KEY (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, year, "group") REFERENCES edition_group (tenant_id, year, code),
    FOREIGN KEY (tenant_id, agency) REFERENCES agency (tenant_id, code)
);
CREATE INDEX participant_group ON participant (tenant_id, year, "group");
SELECT guard_tenant('participant', 'SELECT, INSERT, UPDATE, DELETE');

-- A group may be taken away again while the edition is being prepared.
GRANT DELETE ON edition_group TO dx_app;

CREATE FUNCTION only_in_preparation() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    AS $$
DECLARE
    changed CONSTANT record := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    IF EXISTS (SELECT FROM public.edition WHERE tenant_id = changed.tenant_id AND year = changed.year AND stage <> 'drafting') THEN
        RAISE EXCEPTION '% of an edition that has been opened cannot be changed', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    RETURN changed;
END
$$;
REVOKE EXECUTE ON FUNCTION only_in_preparation() FROM PUBLIC;
CREATE TRIGGER only_in_preparation BEFORE INSERT OR UPDATE OR DELETE ON participant FOR EACH ROW EXECUTE FUNCTION only_in_preparation();
CREATE TRIGGER only_in_preparation BEFORE DELETE ON edition_group FOR EACH ROW EXECUTE FUNCTION only_in_preparation();

-- Nobody prepares again what has been opened.
CREATE FUNCTION edition_stays_open() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog
    AS $$ BEGIN RAISE EXCEPTION 'an edition that has been opened does not go back to preparation' USING ERRCODE = '42501'; END $$;
REVOKE EXECUTE ON FUNCTION edition_stays_open() FROM PUBLIC;
CREATE TRIGGER stays_open BEFORE UPDATE ON edition FOR EACH ROW
    WHEN (NEW.stage = 'drafting' AND OLD.stage <> 'drafting') EXECUTE FUNCTION edition_stays_open();
