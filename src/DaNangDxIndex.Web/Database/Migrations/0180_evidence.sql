-- What agencies show for their figures: pieces (a file or a cited document) with their revisions, attached to criteria; and the sentence
-- where there is none.
CREATE TABLE stored_file (
    tenant_id uuid,
    digest text CHECK (digest ~ '^[0-9a-f]{64}$'),
    size bigint NOT NULL CHECK (size > 0),
    type text NOT NULL CHECK (type IN ('pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx', 'pptx')),
    scan text NOT NULL CHECK (scan IN ('unscanned', 'clean', 'infected')),
    finding text CHECK (finding <> ''),
    scanned_at timestamptz,
    stored_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, digest),
    CHECK ((scan = 'infected') = (finding IS NOT NULL)),
    CHECK ((scan = 'unscanned') = (scanned_at IS NULL))
);
SELECT guard_tenant('stored_file');
CREATE INDEX stored_file_unscanned ON stored_file (tenant_id, stored_at) WHERE scan = 'unscanned';

CREATE TABLE piece (
    tenant_id uuid,
    id uuid,
    agency text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('file', 'document')),
    added_by uuid NOT NULL,
    added_at timestamptz NOT NULL,
    hidden_by uuid,
    hidden_at timestamptz,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, agency, id),
    FOREIGN KEY (tenant_id, agency) REFERENCES agency (tenant_id, code),
    FOREIGN KEY (tenant_id, added_by) REFERENCES account (tenant_id, id),
    FOREIGN KEY (tenant_id, hidden_by) REFERENCES account (tenant_id, id),
    CHECK ((hidden_by IS NULL) = (hidden_at IS NULL))
);
SELECT guard_tenant('piece');

-- Never changed and never removed: what was shown once can be shown again.
CREATE TABLE piece_revision (
    tenant_id uuid,
    piece uuid,
    number integer CHECK (number > 0),
    title text NOT NULL CHECK (btrim(title) <> '' AND char_length(title) <= 500),
    file_digest text,
    file_name text CHECK (file_name <> '' AND char_length(file_name) <= 160),
    document_number text CHECK (document_number <> '' AND char_length(document_number) <= 100),
    document_date date,
    document_issuer text CHECK (document_issuer <> '' AND char_length(document_issuer) <= 300),
    added_by uuid NOT NULL,
    added_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, piece, number),
    FOREIGN KEY (tenant_id, piece) REFERENCES piece (tenant_id, id),
    FOREIGN KEY (tenant_id, file_digest) REFERENCES stored_file (tenant_id, digest),
    FOREIGN KEY (tenant_id, added_by) REFERENCES account (tenant_id, id),
    CHECK ((file_digest IS NULL) = (file_name IS NULL)),
    CHECK ((document_number IS NULL) = (document_date IS NULL) AND (document_number IS NULL) = (document_issuer IS NULL)),
    CHECK ((file_digest IS NULL) <> (document_number IS NULL))
);
SELECT guard_tenant('piece_revision', 'SELECT, INSERT');
CREATE INDEX piece_revision_digest ON piece_revision (tenant_id, file_digest) WHERE file_digest IS NOT NULL;
CREATE INDEX piece_revision_number ON piece_revision (tenant_id, lower(document_number)) WHERE document_number IS NOT NULL;

-- A piece shown for a criterion. What was handed in carries its revision; what is detached stays as history.
CREATE TABLE attachment (
    tenant_id uuid,
    id uuid,
    year integer NOT NULL,
    agency text NOT NULL,
    criterion text NOT NULL CHECK (criterion <> ''),
    piece uuid NOT NULL,
    note text CHECK (note <> '' AND char_length(note) <= 300),
    attached_by uuid NOT NULL,
    attached_at timestamptz NOT NULL,
    submitted_revision integer,
    submitted_at timestamptz,
    seen_from integer,
    detached_by uuid,
    detached_at timestamptz,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, agency, piece) REFERENCES piece (tenant_id, agency, id),
    FOREIGN KEY (tenant_id, piece, submitted_revision) REFERENCES piece_revision (tenant_id, piece, number),
    FOREIGN KEY (tenant_id, attached_by) REFERENCES account (tenant_id, id),
    FOREIGN KEY (tenant_id, detached_by) REFERENCES account (tenant_id, id),
    CHECK ((submitted_revision IS NULL) = (submitted_at IS NULL) AND (submitted_at IS NULL) = (seen_from IS NULL)),
    CHECK ((detached_by IS NULL) = (detached_at IS NULL))
);
SELECT guard_tenant('attachment');
CREATE UNIQUE INDEX attachment_once ON attachment (tenant_id, year, agency, criterion, piece) WHERE detached_at IS NULL;
CREATE INDEX attachment_piece ON attachment (tenant_id, piece);

CREATE TABLE reason_without_evidence (
    tenant_id uuid,
    year integer,
    agency text,
    criterion text CHECK (criterion <> ''),
    sentence text NOT NULL CHECK (btrim(sentence) <> '' AND char_length(sentence) <= 2000),
    given_by uuid NOT NULL,
    given_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, year, agency, criterion),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, given_by) REFERENCES account (tenant_id, id)
);
SELECT guard_tenant('reason_without_evidence', 'SELECT, INSERT, UPDATE, DELETE');
