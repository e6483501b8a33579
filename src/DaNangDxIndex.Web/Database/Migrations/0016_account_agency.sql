-- An account belongs to an agency that is there: who bears a code that nobody else bears would be nobody's colleague, and act on anybody.
ALTER TABLE account ADD FOREIGN KEY (tenant_id, agency_code) REFERENCES agency (tenant_id, code);
CREATE INDEX account_agency ON account (tenant_id, agency_code);
