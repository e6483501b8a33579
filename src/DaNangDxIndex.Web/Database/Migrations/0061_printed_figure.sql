-- What others printed beside the rankings: figures, targets and contradictions between sources, each with its source.
CREATE TABLE source (
    tenant_id uuid,
    code text NOT NULL CHECK (code <> ''),
    name_vi text NOT NULL CHECK (name_vi <> ''),
    name_en text NOT NULL CHECK (name_en <> ''),
    address text CHECK (address ~ '^https?://'),
    PRIMARY KEY (tenant_id, code)
);
SELECT guard_tenant('source', 'SELECT, INSERT');

CREATE TABLE printed_figure (
    tenant_id uuid,
    number integer NOT NULL CHECK (number > 0),
    year integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('figure', 'target', 'contradiction', 'note')),
    "group" text,
    agency text,
    figure text CHECK (figure <> ''),
    numerator integer CHECK (numerator >= 0),
    denominator integer CHECK (denominator > 0),
    percent numeric CHECK (percent >= 0),
    said_vi text CHECK (said_vi <> ''),
    said_en text CHECK (said_en <> ''),
    subject_vi text NOT NULL CHECK (subject_vi <> ''),
    subject_en text NOT NULL CHECK (subject_en <> ''),
    note_vi text CHECK (note_vi <> ''),
    note_en text CHECK (note_en <> ''),
    source text NOT NULL,
    PRIMARY KEY (tenant_id, number),
    FOREIGN KEY (tenant_id, year) REFERENCES edition (tenant_id, year),
    FOREIGN KEY (tenant_id, year, "group") REFERENCES edition_group (tenant_id, year, code),
    FOREIGN KEY (tenant_id, agency) REFERENCES agency (tenant_id, code),
    FOREIGN KEY (tenant_id, source) REFERENCES source (tenant_id, code),
    CHECK (denominator IS NULL OR numerator IS NOT NULL),
    CHECK ((said_vi IS NULL) = (said_en IS NULL) AND (note_vi IS NULL) = (note_en IS NULL))
);
CREATE INDEX printed_figure_year ON printed_figure (tenant_id, year);
CREATE INDEX printed_figure_agency ON printed_figure (tenant_id, agency);
SELECT guard_tenant('printed_figure', 'SELECT, INSERT');
