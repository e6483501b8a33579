-- By which rules the office puts agencies forward for commendation, as data of the year; without a row the usual ones hold.
CREATE TABLE commendation_plan (
    tenant_id uuid,
    year integer NOT NULL,
    rules jsonb NOT NULL CHECK (jsonb_typeof(rules) = 'array' AND jsonb_array_length(rules) BETWEEN 1 AND 20),
    version integer NOT NULL DEFAULT 0,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, year),
    FOREIGN KEY (tenant_id, year) REFERENCES edition (tenant_id, year),
    FOREIGN KEY (tenant_id, changed_by) REFERENCES account (tenant_id, id)
);
SELECT guard_tenant('commendation_plan');
