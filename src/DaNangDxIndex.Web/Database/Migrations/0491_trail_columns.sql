-- What the trail is filtered by, as columns beside each entry: the agency and the criterion or figure that it is about, and the kind of
-- act. The database derives them from subject and verb, which the hash covers, so that they never say anything else than the entry does;
-- the hash and what it is made of stay as they are (AuditSubject says the same in the program). Found by their place in an index: an
-- expression of functions that might leak is not, behind row-level security.
ALTER TABLE audit_entry
    ADD COLUMN agency text GENERATED ALWAYS AS (nullif(nullif(
        CASE WHEN split_part(subject, '/', 3) = 'agencies' THEN split_part(subject, '/', 4)
            WHEN split_part(subject, '/', 1) = 'agencies' THEN split_part(subject, '/', 2) END, 'acts'), '')) STORED,
    ADD COLUMN about text GENERATED ALWAYS AS (
        CASE WHEN split_part(subject, '/', 5) IN ('criteria', 'figures') THEN split_part(subject, '/', 6) END) STORED,
    ADD COLUMN kind text GENERATED ALWAYS AS (split_part(verb, '.', 1)) STORED;
CREATE INDEX audit_entry_agency ON audit_entry (tenant_id, agency, number) WHERE agency IS NOT NULL;
CREATE INDEX audit_entry_about ON audit_entry (tenant_id, about, number) WHERE about IS NOT NULL;
CREATE INDEX audit_entry_kind ON audit_entry (tenant_id, kind, number);
