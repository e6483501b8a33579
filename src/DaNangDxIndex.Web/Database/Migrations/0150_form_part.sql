-- The approver divides the agency's form: a component, who has it, until when, and when that person signed it off.
CREATE TABLE form_part (
    tenant_id uuid,
    year integer NOT NULL,
    agency text NOT NULL,
    component text NOT NULL CHECK (component <> ''),
    holder uuid NOT NULL,
    due date NOT NULL,
    given_by uuid NOT NULL,
    given_at timestamptz NOT NULL,
    done_at timestamptz,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year, agency, component),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, holder) REFERENCES account (tenant_id, id),
    FOREIGN KEY (tenant_id, given_by) REFERENCES account (tenant_id, id)
);
CREATE INDEX form_part_holder ON form_part (tenant_id, holder);
SELECT guard_tenant('form_part', 'SELECT, INSERT, UPDATE, DELETE');
