-- Four eyes where the tenant says so: one person asks for an act, another one confirms it, and then it happens. The act itself is sealed
-- (it may hold a provider's secret); the sentence says for people what it is.
CREATE TABLE proposal (
    tenant_id uuid,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('publication', 'correction', 'withdrawal', 'signInProvider', 'secondFactorReset')),
    subject text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 400),
    about uuid,
    content text NOT NULL CHECK (octet_length(content) <= 200000),
    sentence_vi text NOT NULL CHECK (char_length(sentence_vi) <= 4000),
    sentence_en text NOT NULL CHECK (char_length(sentence_en) <= 4000),
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    outcome text CHECK (outcome IN ('confirmed', 'refused', 'withdrawn', 'expired')),
    settled_by uuid,
    settled_at timestamptz,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, about) REFERENCES account (tenant_id, id),
    FOREIGN KEY (tenant_id, asked_by) REFERENCES account (tenant_id, id),
    FOREIGN KEY (tenant_id, settled_by) REFERENCES account (tenant_id, id),
    CHECK ((outcome IS NULL) = (settled_at IS NULL)),
    -- The rule stands in the program; the database knows it too.
    CHECK (outcome NOT IN ('confirmed', 'refused') OR (settled_by <> asked_by AND settled_by IS DISTINCT FROM about))
);
SELECT guard_tenant('proposal');
CREATE UNIQUE INDEX proposal_waiting ON proposal (tenant_id, kind, subject) WHERE outcome IS NULL;

-- What for; the operator's to say (dx tenant four-eyes), not the application's.
ALTER TABLE tenant ADD COLUMN four_eyes text[] NOT NULL DEFAULT '{}'
    CHECK (four_eyes <@ ARRAY['publication', 'roles', 'signInProviders', 'secondFactor']);

-- Where it says roles, all that reach beyond one agency's entry are given by two.
ALTER TABLE appointment
    DROP CONSTRAINT appointment_role_check,
    ADD CONSTRAINT appointment_role_check CHECK (role IN (
        'appraiser', 'leadAppraiser', 'office', 'signatory', 'agencyAdministrator', 'administrator', 'auditor'));
