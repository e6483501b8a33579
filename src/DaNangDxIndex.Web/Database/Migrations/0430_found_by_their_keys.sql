-- What is asked on every save and page is found at one place of an index, however many years and agencies a tenant has.
-- In which year before did the agency take part?
DROP INDEX assessment_agency;
CREATE INDEX assessment_agency ON assessment (tenant_id, agency, year);
-- What does the agency show, in this year and in its folder?
CREATE INDEX attachment_agency ON attachment (tenant_id, agency, year);
-- Which verdicts on a criterion were the last to give this reason?
CREATE INDEX verdict_precedent ON verdict (tenant_id, criterion, reason, decided_at DESC) WHERE reason IS NOT NULL;
