-- Requests that came with an Idempotency-Key: what was asked, whether it took effect, and what was answered, for a day. "done" is set in
-- the transaction of the effect itself, so that a process that dies behind it leaves no request to be carried out twice.
CREATE TABLE kept_request (
    tenant_id uuid,
    account_id uuid NOT NULL,
    key text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 200),
    route text NOT NULL,
    digest bytea NOT NULL CHECK (octet_length(digest) = 32),
    owner uuid NOT NULL,
    begun_at timestamptz NOT NULL,
    done boolean NOT NULL DEFAULT false,
    status integer,
    content_type text,
    etag text,
    location text,
    body bytea CHECK (octet_length(body) <= 262144),
    PRIMARY KEY (tenant_id, account_id, key),
    UNIQUE (tenant_id, owner),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX kept_request_begun ON kept_request (tenant_id, begun_at);
SELECT guard_tenant('kept_request', 'SELECT, INSERT, UPDATE, DELETE');
