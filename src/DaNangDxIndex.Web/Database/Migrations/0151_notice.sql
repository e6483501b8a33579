-- What somebody is told, the letters that carry it, and the reminders that the office sends by hand.
-- Each tells of one thing once: the key says of what.
ALTER TABLE account ADD COLUMN language text NOT NULL DEFAULT 'vi' CHECK (language IN ('vi', 'en'));

CREATE TABLE letter (
    tenant_id uuid,
    id uuid,
    account_id uuid NOT NULL,
    address text NOT NULL CHECK (address <> '' AND char_length(address) <= 200),
    language text NOT NULL CHECK (language IN ('vi', 'en')),
    subject text NOT NULL CHECK (subject <> '' AND subject !~ '[\r\n]'),
    body text NOT NULL CHECK (body <> ''),
    written_at timestamptz NOT NULL,
    digest_of date,
    state text NOT NULL CHECK (state IN ('waiting', 'underway', 'sent', 'givenUp', 'unknown')),
    tries integer NOT NULL DEFAULT 0,
    next_at timestamptz NOT NULL,
    sent_at timestamptz CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
    fault text,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    -- One gathering of routine notices a day for each person.
    UNIQUE (tenant_id, account_id, digest_of),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX letter_due ON letter (tenant_id, next_at) WHERE state IN ('waiting', 'underway');
SELECT guard_tenant('letter');

CREATE TABLE notice (
    tenant_id uuid,
    id uuid,
    account_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN (
        'opened', 'closed', 'published', 'returned', 'sentBack', 'partGiven', 'deadline', 'extended', 'reopened', 'reminder')),
    key text NOT NULL CHECK (key <> ''),
    path text NOT NULL CHECK (path LIKE '/%' AND path NOT LIKE '//%'),
    sentence_vi text NOT NULL CHECK (sentence_vi <> ''),
    sentence_en text NOT NULL CHECK (sentence_en <> ''),
    at timestamptz NOT NULL,
    read_at timestamptz,
    letter_id uuid,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, account_id, key),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id),
    FOREIGN KEY (tenant_id, letter_id) REFERENCES letter (tenant_id, id)
);
CREATE INDEX notice_unread ON notice (tenant_id, account_id) WHERE read_at IS NULL;
CREATE INDEX notice_unposted ON notice (tenant_id, at) WHERE letter_id IS NULL AND read_at IS NULL;
SELECT guard_tenant('notice');

CREATE TABLE reminder (
    tenant_id uuid,
    year integer NOT NULL,
    agency text NOT NULL,
    day date NOT NULL,
    sentence text CHECK (btrim(sentence) <> '' AND char_length(sentence) <= 500),
    sent_by uuid NOT NULL,
    sent_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, year, agency, day),
    FOREIGN KEY (tenant_id, year, agency) REFERENCES assessment (tenant_id, year, agency),
    FOREIGN KEY (tenant_id, sent_by) REFERENCES account (tenant_id, id)
);
SELECT guard_tenant('reminder', 'SELECT, INSERT');
