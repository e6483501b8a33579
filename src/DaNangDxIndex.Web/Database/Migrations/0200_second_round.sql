-- A second round of appraisal: agencies reply to the first, criterion by criterion, and what they replied to is judged anew.
ALTER TABLE edition DROP CONSTRAINT edition_one_round;
ALTER TABLE edition
    ADD COLUMN replies_end_on date,
    ADD COLUMN review_ends_on date,
    ADD CHECK (replies_end_on > appraisal_ends_on),
    ADD CHECK (review_ends_on > replies_end_on),
    ADD CHECK (publishes_on > review_ends_on),
    ADD CHECK (rounds = 2 OR (replies_end_on IS NULL AND review_ends_on IS NULL));

ALTER TABLE assessment
    ADD COLUMN replies_digest text CHECK (replies_digest ~ '^[0-9a-f]{64}$'),
    ADD COLUMN replied_at timestamptz,
    ADD CHECK ((replies_digest IS NULL) = (replied_at IS NULL));

CREATE TABLE reply (
    tenant_id uuid,
    year integer NOT NULL,
    agency text NOT NULL,
    criterion text NOT NULL CHECK (criterion <> ''),
    sentence text NOT NULL CHECK (btrim(sentence) <> '' AND length(sentence) <= 4000),
    claims jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(claims) = 'object'),
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year, agency, criterion),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, written_by) REFERENCES account (tenant_id, id)
);
SELECT guard_tenant('reply', 'SELECT, INSERT, UPDATE, DELETE');

-- What was sent stays as it was signed, until it is taken back.
CREATE FUNCTION sent_reply_stays() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    AS $$
DECLARE
    changed CONSTANT record := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    IF EXISTS (SELECT FROM public.assessment
            WHERE tenant_id = changed.tenant_id AND year = changed.year AND agency = changed.agency AND replied_at IS NOT NULL) THEN
        RAISE EXCEPTION 'a reply that was sent does not change' USING ERRCODE = '42501';
    END IF;
    RETURN changed;
END
$$;
REVOKE EXECUTE ON FUNCTION sent_reply_stays() FROM PUBLIC;
CREATE TRIGGER stays BEFORE INSERT OR UPDATE OR DELETE ON reply FOR EACH ROW EXECUTE FUNCTION sent_reply_stays();

-- The days and rounds of an open edition change by an amendment only, those of the second round too.
DROP TRIGGER days_by_amendment ON edition;
CREATE TRIGGER days_by_amendment BEFORE UPDATE ON edition FOR EACH ROW
    WHEN (OLD.stage <> 'drafting'
        AND (OLD.rounds, OLD.entry_opens_on, OLD.entry_closes_at, OLD.appraisal_ends_on,
            OLD.replies_end_on, OLD.review_ends_on, OLD.publishes_on)
            IS DISTINCT FROM
            (NEW.rounds, NEW.entry_opens_on, NEW.entry_closes_at, NEW.appraisal_ends_on,
            NEW.replies_end_on, NEW.review_ends_on, NEW.publishes_on))
    EXECUTE FUNCTION days_by_amendment();
