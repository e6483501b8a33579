-- The link of somebody who signs results or gives roles opens the account only with a code that a second administrator hands over.
ALTER TABLE account
    ADD COLUMN reset_asked_by uuid,
    ADD COLUMN reset_code_hash bytea CHECK (octet_length(reset_code_hash) = 32),
    ADD COLUMN reset_confirmed_by uuid,
    ADD FOREIGN KEY (tenant_id, reset_asked_by) REFERENCES account (tenant_id, id),
    ADD FOREIGN KEY (tenant_id, reset_confirmed_by) REFERENCES account (tenant_id, id),
    ADD CONSTRAINT account_link_in_halves CHECK (
        (reset_code_hash IS NULL) = (reset_confirmed_by IS NULL)
        AND (reset_confirmed_by IS NULL
            OR (reset_asked_by IS NOT NULL AND reset_confirmed_by <> reset_asked_by AND reset_confirmed_by <> id)));
