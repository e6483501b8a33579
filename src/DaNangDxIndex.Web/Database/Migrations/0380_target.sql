-- A target and the values that were printed of it are tied by the indicator's code, and each says which time it is about.
ALTER TABLE printed_figure
    ADD COLUMN indicator text CHECK (indicator ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    ADD COLUMN over text CHECK (over <> ''),
    ADD COLUMN period text CHECK (period ~ '^[0-9]{4}(-(0[1-9]|1[0-2]))?$'),
    ADD CHECK (over IS NULL OR figure IS NOT NULL);
CREATE INDEX printed_figure_indicator ON printed_figure (tenant_id, indicator);
