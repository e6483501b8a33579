-- Wrong guesses at an account are counted door by door: each browser that has opened it before, each provider by which its person came,
-- and all strangers together (the id of nothing but zeros). So strangers can lock out strangers and nobody else. A door whose stamp is
-- not the account's any more (a new password, a closing) counts as new.
CREATE TABLE account_door (
    tenant_id uuid,
    account_id uuid NOT NULL,
    id uuid NOT NULL,
    stamp text NOT NULL CHECK (char_length(stamp) <= 64),
    used_at timestamptz NOT NULL,
    failed integer NOT NULL DEFAULT 0 CHECK (failed BETWEEN 0 AND 5),
    failed_at timestamptz,
    closed_until timestamptz,
    PRIMARY KEY (tenant_id, account_id, id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX account_door_used ON account_door (tenant_id, used_at);
SELECT guard_tenant('account_door', 'SELECT, INSERT, UPDATE, DELETE');

-- By which door of the account the session's browser is known, so that ending one elsewhere forgets that browser too.
ALTER TABLE account_session ADD COLUMN door uuid;
