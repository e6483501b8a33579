-- What changed in an edition after it was opened, why, and under which document. Once stored it stays; nothing else changes an open edition's criteria or days.
CREATE TABLE amendment (
    tenant_id uuid,
    year integer NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    "group" text,
    "before" text NOT NULL,
    "after" text NOT NULL CHECK ("after" <> "before"),
    reason text NOT NULL CHECK (btrim(reason) <> ''),
    document_kind text CHECK (document_kind IN ('decision', 'notice', 'officialLetter', 'report')),
    document_number text CHECK (btrim(document_number) <> ''),
    document_date date,
    moved text NOT NULL CHECK (jsonb_typeof(moved::jsonb) = 'array'),
    signed_by uuid NOT NULL,
    signed_at timestamptz NOT NULL,
    made_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (tenant_id, year, number),
    FOREIGN KEY (tenant_id, year) REFERENCES edition (tenant_id, year),
    FOREIGN KEY (tenant_id, year, "group") REFERENCES edition_group (tenant_id, year, code),
    FOREIGN KEY (tenant_id, signed_by) REFERENCES account (tenant_id, id),
    CHECK ((document_kind IS NULL) = (document_number IS NULL) AND (document_number IS NULL) = (document_date IS NULL))
);
SELECT guard_tenant('amendment', 'SELECT');
-- Which transaction an amendment was made in, the database alone says.
GRANT INSERT (tenant_id, year, number, "group", "before", "after", reason, document_kind, document_number, document_date, moved, signed_by, signed_at)
    ON amendment TO dx_app;

CREATE FUNCTION amendment_stays() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog
    AS $$ BEGIN RAISE EXCEPTION 'amendments are only ever added' USING ERRCODE = '42501'; END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON amendment FOR EACH ROW EXECUTE FUNCTION amendment_stays();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON amendment FOR EACH STATEMENT EXECUTE FUNCTION amendment_stays();

-- The change itself: it needs an amendment of the same transaction that says just this.
CREATE FUNCTION criteria_by_amendment() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    AS $$
BEGIN
    IF EXISTS (SELECT FROM public.edition WHERE tenant_id = OLD.tenant_id AND year = OLD.year AND stage <> 'drafting')
       AND NOT EXISTS (SELECT FROM public.amendment WHERE tenant_id = OLD.tenant_id AND year = OLD.year AND "group" = OLD.code
            AND "before" = OLD.criteria_file AND "after" = NEW.criteria_file AND made_in = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'the criteria of an edition that has been opened change by an amendment only' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER by_amendment BEFORE UPDATE ON edition_group FOR EACH ROW
    WHEN (OLD.criteria_file IS DISTINCT FROM NEW.criteria_file) EXECUTE FUNCTION criteria_by_amendment();

-- No group slips into an edition that already has assessments.
CREATE FUNCTION groups_before_assessments() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    AS $$
BEGIN
    IF EXISTS (SELECT FROM public.assessment WHERE tenant_id = NEW.tenant_id AND year = NEW.year) THEN
        RAISE EXCEPTION 'an edition that has been opened takes no further group' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER before_assessments BEFORE INSERT ON edition_group FOR EACH ROW EXECUTE FUNCTION groups_before_assessments();

-- The days too, for the application; the owner's hand, which winds the demo's clock, is free.
CREATE FUNCTION days_by_amendment() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    AS $$
BEGIN
    IF current_user = 'dx_app'
       AND NOT EXISTS (SELECT FROM public.amendment WHERE tenant_id = OLD.tenant_id AND year = OLD.year AND "group" IS NULL AND made_in = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'the days of an edition that has been opened change by an amendment only' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER days_by_amendment BEFORE UPDATE ON edition FOR EACH ROW
    WHEN (OLD.stage <> 'drafting'
        AND (OLD.entry_opens_on, OLD.entry_closes_at, OLD.appraisal_ends_on, OLD.publishes_on)
            IS DISTINCT FROM (NEW.entry_opens_on, NEW.entry_closes_at, NEW.appraisal_ends_on, NEW.publishes_on))
    EXECUTE FUNCTION days_by_amendment();

-- And the other way round: an amendment that is stored is in force when its transaction ends.
CREATE FUNCTION amendment_is_in_force() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    AS $$
BEGIN
    IF NEW."group" IS NOT NULL AND NOT EXISTS (SELECT FROM public.edition_group
            WHERE tenant_id = NEW.tenant_id AND year = NEW.year AND code = NEW."group" AND criteria_file = NEW."after") THEN
        RAISE EXCEPTION 'an amendment that is stored is in force' USING ERRCODE = '42501';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER is_in_force AFTER INSERT ON amendment DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION amendment_is_in_force();
REVOKE EXECUTE ON FUNCTION amendment_stays(), criteria_by_amendment(), groups_before_assessments(), days_by_amendment(), amendment_is_in_force() FROM PUBLIC;
CREATE TRIGGER tell_public_change AFTER INSERT ON amendment FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
