-- Who of the appraisers takes one criterion down all agencies of a group.
CREATE TABLE assignment (
    tenant_id uuid,
    year integer,
    "group" text,
    criterion text CHECK (criterion <> ''),
    appraiser uuid NOT NULL,
    assigned_by uuid NOT NULL,
    assigned_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, year, "group", criterion),
    FOREIGN KEY (tenant_id, year, "group") REFERENCES edition_group (tenant_id, year, code),
    FOREIGN KEY (tenant_id, appraiser) REFERENCES account (tenant_id, id),
    FOREIGN KEY (tenant_id, assigned_by) REFERENCES account (tenant_id, id)
);
SELECT guard_tenant('assignment', 'SELECT, INSERT, DELETE');
