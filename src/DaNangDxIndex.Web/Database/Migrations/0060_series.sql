-- Editions belong to a series (an index over the years) and assess a population: what is compared with what is data, not a guess by year.
CREATE TABLE series (
    tenant_id uuid,
    code text NOT NULL CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name_vi text NOT NULL CHECK (name_vi <> ''),
    name_en text NOT NULL CHECK (name_en <> ''),
    results_vi text NOT NULL CHECK (results_vi <> ''),
    results_en text NOT NULL CHECK (results_en <> ''),
    PRIMARY KEY (tenant_id, code)
);
SELECT guard_tenant('series', 'SELECT, INSERT');

-- Every tenant begins with the index that this product is for.
CREATE FUNCTION add_first_series() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    AS $$
BEGIN
    INSERT INTO series (tenant_id, code, name_vi, name_en, results_vi, results_en)
    VALUES (NEW.id, 'digital-transformation', 'Bộ chỉ số chuyển đổi số', 'Digital transformation index',
        'Kết quả xếp hạng chuyển đổi số', 'Digital transformation results');
    RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION add_first_series() FROM PUBLIC;
CREATE TRIGGER add_first_series AFTER INSERT ON tenant FOR EACH ROW EXECUTE FUNCTION add_first_series();

INSERT INTO series (tenant_id, code, name_vi, name_en, results_vi, results_en)
SELECT id, 'digital-transformation', 'Bộ chỉ số chuyển đổi số', 'Digital transformation index', 'Kết quả xếp hạng chuyển đổi số', 'Digital transformation results'
FROM tenant;

ALTER TABLE edition
    ADD COLUMN series text NOT NULL DEFAULT 'digital-transformation',
    ADD COLUMN document_vi text CHECK (document_vi <> ''),
    ADD COLUMN document_en text CHECK (document_en <> ''),
    ADD FOREIGN KEY (tenant_id, series) REFERENCES series (tenant_id, code),
    ADD CHECK ((document_vi IS NULL) = (document_en IS NULL));

ALTER TABLE edition_group
    ADD COLUMN population text,
    ADD COLUMN members_vi text,
    ADD COLUMN members_en text;
UPDATE edition_group SET population = code, members_vi = name_vi, members_en = name_en;
ALTER TABLE edition_group
    ALTER COLUMN population SET NOT NULL,
    ALTER COLUMN members_vi SET NOT NULL,
    ALTER COLUMN members_en SET NOT NULL,
    ADD CHECK (population <> '' AND members_vi <> '' AND members_en <> '');

-- The tiers of an imported edition, named as they were printed.
CREATE TABLE imported_tier (
    tenant_id uuid,
    year integer NOT NULL,
    code text NOT NULL CHECK (code <> ''),
    position integer NOT NULL CHECK (position > 0),
    name_vi text NOT NULL CHECK (name_vi <> ''),
    name_en text NOT NULL CHECK (name_en <> ''),
    PRIMARY KEY (tenant_id, year, code),
    UNIQUE (tenant_id, year, position),
    FOREIGN KEY (tenant_id, year) REFERENCES edition (tenant_id, year)
);
SELECT guard_tenant('imported_tier', 'SELECT, INSERT');
