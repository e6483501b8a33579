-- Agencies have a kind and somebody to call. What a document does to them is recorded as an act, once; what they were before stands beside them.
ALTER TABLE agency
    ADD COLUMN kind text NOT NULL DEFAULT 'other'
        CHECK (kind IN ('other', 'department', 'central', 'district', 'ward', 'commune', 'specialZone', 'serviceUnit')),
    ADD COLUMN contact_name text CHECK (char_length(contact_name) BETWEEN 1 AND 200),
    ADD COLUMN contact_phone text CHECK (char_length(contact_phone) BETWEEN 1 AND 50),
    ADD COLUMN contact_email text CHECK (char_length(contact_email) BETWEEN 1 AND 200),
    ADD COLUMN version integer NOT NULL DEFAULT 0;
UPDATE agency SET kind = CASE
    WHEN name_vi ~* '^(Ủy ban nhân dân )?phường ' THEN 'ward'
    WHEN name_vi ~* '^(Ủy ban nhân dân )?xã ' THEN 'commune'
    WHEN name_vi ~* '^(Ủy ban nhân dân )?đặc khu ' THEN 'specialZone'
    WHEN name_vi ~* '^(Ủy ban nhân dân )?(quận|huyện|thị xã|thành phố) ' THEN 'district'
    WHEN "group" = 'central' THEN 'central'
    WHEN "group" = 'departments' THEN 'department'
    ELSE 'other'
END;

CREATE TABLE agency_before (
    tenant_id uuid,
    agency text NOT NULL,
    until date NOT NULL,
    name_vi text NOT NULL CHECK (name_vi <> ''),
    name_en text NOT NULL CHECK (name_en <> ''),
    kind text NOT NULL,
    "group" text NOT NULL,
    parent text,
    PRIMARY KEY (tenant_id, agency, until),
    FOREIGN KEY (tenant_id, agency) REFERENCES agency (tenant_id, code)
);
SELECT guard_tenant('agency_before', 'SELECT, INSERT');
CREATE TRIGGER tell_public_change AFTER INSERT ON agency_before FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();

CREATE TABLE lineage_act (
    tenant_id uuid,
    number integer NOT NULL CHECK (number > 0),
    kind text NOT NULL CHECK (kind IN ('found', 'rename', 'move', 'merge', 'split', 'dissolve')),
    day date NOT NULL,
    document text NOT NULL CHECK (btrim(document) <> '' AND char_length(document) <= 200),
    document_date date NOT NULL,
    "from" text[] NOT NULL,
    "to" text[] NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, number),
    FOREIGN KEY (tenant_id, recorded_by) REFERENCES account (tenant_id, id),
    CHECK (cardinality("from") + cardinality("to") > 0)
);
SELECT guard_tenant('lineage_act', 'SELECT, INSERT');
CREATE TRIGGER tell_public_change AFTER INSERT ON lineage_act FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
