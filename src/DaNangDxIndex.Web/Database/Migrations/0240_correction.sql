-- Corrections and withdrawals of published versions. What is published stays; a correction becomes the next version, a withdrawal
-- stands beside it.
CREATE TABLE correction_draft (
    tenant_id uuid,
    year integer NOT NULL,
    basis integer NOT NULL,
    cause text NOT NULL CHECK (btrim(cause) <> '' AND length(cause) <= 1000),
    found_by text NOT NULL CHECK (found_by IN ('agency', 'office', 'appraiser', 'inspection', 'public')),
    review integer CHECK (review > 0),
    begun_by uuid NOT NULL,
    begun_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year),
    FOREIGN KEY (tenant_id, year, basis) REFERENCES publication (tenant_id, year, number),
    FOREIGN KEY (tenant_id, begun_by) REFERENCES account (tenant_id, id)
);
SELECT guard_tenant('correction_draft', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE drafted_change (
    tenant_id uuid,
    year integer NOT NULL,
    agency text NOT NULL,
    figure text NOT NULL,
    criterion text NOT NULL,
    value text CHECK (length(value) <= 100),
    decision text CHECK (decision IN ('accept', 'points', 'notApplicable')),
    points text CHECK (length(points) <= 100),
    reason text,
    PRIMARY KEY (tenant_id, year, agency, figure, criterion),
    FOREIGN KEY (tenant_id, year) REFERENCES correction_draft (tenant_id, year) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, agency) REFERENCES agency (tenant_id, code),
    CHECK ((figure = '') <> (criterion = '')),
    CHECK ((figure = '') = (decision IS NOT NULL)),
    CHECK (points IS NULL OR decision = 'points')
);
SELECT guard_tenant('drafted_change', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE withdrawal (
    tenant_id uuid,
    year integer NOT NULL,
    number integer NOT NULL,
    cause text NOT NULL CHECK (btrim(cause) <> '' AND length(cause) <= 1000),
    document_kind text CHECK (document_kind IN ('decision', 'notice', 'officialLetter', 'report')),
    document_number text CHECK (btrim(document_number) <> ''),
    document_date date,
    withdrawn_by uuid NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, year, number),
    FOREIGN KEY (tenant_id, year, number) REFERENCES publication (tenant_id, year, number),
    FOREIGN KEY (tenant_id, withdrawn_by) REFERENCES account (tenant_id, id),
    CHECK ((document_kind IS NULL) = (document_number IS NULL) AND (document_number IS NULL) = (document_date IS NULL))
);
-- Only ever added: nothing is quietly put back in force.
SELECT guard_tenant('withdrawal', 'SELECT, INSERT');
CREATE TRIGGER tell_public_change AFTER INSERT ON withdrawal FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();

-- The words of the kinds are the program's; here only that there is one.
ALTER TABLE notice DROP CONSTRAINT notice_kind_check, ADD CONSTRAINT notice_kind_check CHECK (kind ~ '^[a-z][a-zA-Z]{2,30}$');
