-- The agency's administrator is a role; who signs results or gives roles is appointed by two; whoever enters can be called; who left has a successor.
ALTER TABLE account
    DROP CONSTRAINT account_roles_check,
    ADD CONSTRAINT account_roles_check CHECK (roles <@ ARRAY[
        'assessor', 'approver', 'appraiser', 'leadAppraiser', 'office', 'signatory', 'agencyAdministrator', 'administrator', 'auditor']),
    ADD CONSTRAINT account_agency_administrator CHECK (agency_code IS NOT NULL OR NOT 'agencyAdministrator' = ANY (roles)),
    ADD COLUMN phone text CHECK (phone <> '' AND char_length(phone) <= 40),
    ADD COLUMN mail text CHECK (mail <> '' AND char_length(mail) <= 200),
    ADD COLUMN handed_to uuid,
    ADD FOREIGN KEY (tenant_id, handed_to) REFERENCES account (tenant_id, id);

CREATE TABLE appointment (
    tenant_id uuid,
    id uuid,
    account_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('signatory', 'administrator')),
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    outcome text CHECK (outcome IN ('confirmed', 'declined', 'withdrawn', 'alone')),
    settled_by uuid,
    settled_at timestamptz,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id),
    FOREIGN KEY (tenant_id, asked_by) REFERENCES account (tenant_id, id),
    FOREIGN KEY (tenant_id, settled_by) REFERENCES account (tenant_id, id),
    CHECK ((outcome IS NULL) = (settled_at IS NULL)),
    -- The rule stands in the program; the database knows it too.
    CHECK (outcome NOT IN ('confirmed', 'declined') OR (settled_by <> asked_by AND settled_by <> account_id))
);
SELECT guard_tenant('appointment');
CREATE UNIQUE INDEX appointment_waiting ON appointment (tenant_id, account_id, role) WHERE outcome IS NULL;
