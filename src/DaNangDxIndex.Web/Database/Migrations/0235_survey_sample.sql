-- How many citizens are asked about an agency, and what came of it; and the files from which the office loaded figures, as they were.
CREATE TABLE survey_sample (
    tenant_id uuid,
    year integer NOT NULL,
    agency text NOT NULL,
    figure text NOT NULL CHECK (figure <> ''),
    wanted integer NOT NULL CHECK (wanted > 0),
    least integer NOT NULL CHECK (least > 0 AND least <= wanted),
    sent integer,
    answered integer,
    satisfied integer,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year, agency, figure),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    CHECK ((sent IS NULL) = (answered IS NULL) AND (sent IS NULL) = (satisfied IS NULL)),
    CHECK (0 <= satisfied AND satisfied <= answered AND answered <= sent)
);
SELECT guard_tenant('survey_sample');

CREATE TABLE figure_load (
    tenant_id uuid,
    id uuid NOT NULL,
    year integer NOT NULL,
    file_name text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 200),
    content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 5242880),
    digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    rows integer NOT NULL,
    changed integer NOT NULL,
    loaded_by uuid NOT NULL,
    loaded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, year) REFERENCES edition (tenant_id, year),
    FOREIGN KEY (tenant_id, loaded_by) REFERENCES account (tenant_id, id)
);
CREATE INDEX figure_load_year ON figure_load (tenant_id, year, loaded_at);
SELECT guard_tenant('figure_load', 'SELECT, INSERT');
