-- An agency that merged while its edition was open takes part no longer: what it had entered stays,
-- and its heir confirms it figure by figure.
ALTER TABLE assessment
    ADD COLUMN joined_into text,
    ADD COLUMN joined_at timestamptz,
    ADD FOREIGN KEY (tenant_id, joined_into) REFERENCES agency (tenant_id, code),
    ADD CHECK ((joined_into IS NULL) = (joined_at IS NULL)),
    ADD CHECK (joined_into IS NULL OR state IN ('entering', 'returned', 'awaitingApproval')),
    ADD CHECK (joined_into <> agency);
CREATE INDEX assessment_joined ON assessment (tenant_id, year, joined_into) WHERE joined_into IS NOT NULL;
