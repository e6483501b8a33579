-- Requests for review (phúc tra): filed by an agency within some days of publication, numbered, answered in writing once.
ALTER TABLE edition ADD COLUMN review_days integer NOT NULL DEFAULT 15 CHECK (review_days BETWEEN 0 AND 90);

CREATE TABLE review_request (
    tenant_id uuid,
    year integer NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    agency text NOT NULL,
    version integer NOT NULL,
    criterion text CHECK (criterion <> ''),
    sentence text NOT NULL CHECK (btrim(sentence) <> '' AND length(sentence) <= 4000),
    filed_by uuid NOT NULL,
    filed_at timestamptz NOT NULL,
    outcome text CHECK (outcome IN ('upheld', 'rejected')),
    answer text CHECK (btrim(answer) <> '' AND length(answer) <= 4000),
    answered_by uuid,
    answered_at timestamptz,
    PRIMARY KEY (tenant_id, year, number),
    FOREIGN KEY (tenant_id, year, version) REFERENCES publication (tenant_id, year, number),
    FOREIGN KEY (tenant_id, agency) REFERENCES agency (tenant_id, code),
    FOREIGN KEY (tenant_id, filed_by) REFERENCES account (tenant_id, id),
    FOREIGN KEY (tenant_id, answered_by) REFERENCES account (tenant_id, id),
    CHECK ((outcome IS NULL) = (answer IS NULL) AND (answer IS NULL) = (answered_by IS NULL)
        AND (answered_by IS NULL) = (answered_at IS NULL))
);
SELECT guard_tenant('review_request', 'SELECT, INSERT, UPDATE (outcome, answer, answered_by, answered_at)');

-- What was asked stays, and so does what was answered.
CREATE FUNCTION answered_review_stays() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog
    AS $$ BEGIN RAISE EXCEPTION 'an answer that was given does not change' USING ERRCODE = '42501'; END $$;
REVOKE EXECUTE ON FUNCTION answered_review_stays() FROM PUBLIC;
CREATE TRIGGER stays BEFORE UPDATE ON review_request FOR EACH ROW WHEN (OLD.outcome IS NOT NULL) EXECUTE FUNCTION answered_review_stays();
