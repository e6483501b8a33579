-- Where each figure comes from: a row may hold printed figures beside made ones, so the mark belongs to the figure.
ALTER TABLE figure_entry
    ADD COLUMN provenance text NOT NULL DEFAULT 'agency'
        CHECK (provenance IN ('agency', 'system', 'survey', 'office', 'press', 'illustrative'));
UPDATE figure_entry SET provenance = 'illustrative'
FROM assessment
WHERE assessment.tenant_id = figure_entry.tenant_id AND assessment.year = figure_entry.year AND assessment.agency = figure_entry.agency
    AND assessment.illustrative;
ALTER TABLE figure_entry ALTER COLUMN provenance DROP DEFAULT;
