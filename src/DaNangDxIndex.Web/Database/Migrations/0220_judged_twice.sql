-- A share of criteria is judged by two people who do not see each other: what is drawn, and what each of them holds.
CREATE TABLE sample (
    tenant_id uuid,
    year integer,
    percent integer NOT NULL CHECK (percent BETWEEN 0 AND 20),
    seed text NOT NULL CHECK (seed ~ '^[0-9a-f]{32}$'),
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year),
    FOREIGN KEY (tenant_id, year) REFERENCES edition (tenant_id, year)
);
SELECT guard_tenant('sample');
-- Nobody draws again when it is known what there is to judge.
CREATE TRIGGER only_in_preparation BEFORE INSERT OR UPDATE OR DELETE ON sample FOR EACH ROW EXECUTE FUNCTION only_in_preparation();

CREATE TABLE reading (
    tenant_id uuid,
    year integer,
    agency text,
    criterion text CHECK (criterion <> ''),
    read_by uuid,
    decision text NOT NULL CHECK (decision IN ('accept', 'points', 'notApplicable')),
    points numeric CHECK (points >= 0),
    reason text,
    sentence text CHECK (char_length(sentence) <= 2000),
    share text CHECK (share <> ''),
    grounds text NOT NULL,
    read_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year, agency, criterion, read_by),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, read_by) REFERENCES account (tenant_id, id),
    CHECK ((decision = 'points') = (points IS NOT NULL)),
    CHECK ((decision = 'notApplicable') = (share IS NULL))
);
SELECT guard_tenant('reading');
