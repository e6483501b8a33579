-- What is about people is forgotten when it is needed no more (docs/operations.md, "Retention").
-- From when on nobody signs in with the account; for those that are closed already the time begins now.
ALTER TABLE account ADD COLUMN closed_at timestamptz;
UPDATE account SET closed_at = now() WHERE disabled;
ALTER TABLE account ADD CHECK (closed_at IS NULL OR disabled);

-- A file that was loaded goes; its name, its digest and what it changed stay.
ALTER TABLE figure_load ALTER content DROP NOT NULL;
GRANT UPDATE (content) ON figure_load TO dx_app;

CREATE INDEX account_session_began ON account_session (tenant_id, began_at);
CREATE INDEX letter_written ON letter (tenant_id, written_at);
