-- Where a person is signed in: one row for each browser, so that the person sees them and ends those that should not be. The cookie names
-- its row; a row that has ended, or began too long ago, opens nothing.
CREATE TABLE account_session (
    tenant_id uuid,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    began_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL CHECK (last_seen_at >= began_at),
    ended_at timestamptz,
    agent text CHECK (char_length(agent) <= 300),
    ip inet,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX account_session_account ON account_session (tenant_id, account_id, began_at);
SELECT guard_tenant('account_session', 'SELECT, INSERT, UPDATE, DELETE');
