-- What stood on the page when a form was laid before its approver, sent back or submitted, or when a round was closed over it:
-- the last of each.
CREATE TABLE approval (
    tenant_id uuid,
    year integer NOT NULL,
    agency text NOT NULL,
    act text NOT NULL CHECK (act IN ('askedForApproval', 'sentBack', 'submitted', 'closedRoundOne', 'closedRoundTwo')),
    content text NOT NULL CHECK (content <> ''),
    digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    given_by uuid NOT NULL,
    given_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year, agency, act),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, given_by) REFERENCES account (tenant_id, id)
);
SELECT guard_tenant('approval', 'SELECT, INSERT, UPDATE');
