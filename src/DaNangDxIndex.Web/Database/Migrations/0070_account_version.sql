-- An administrator's change is made on what was seen; names are bounded.
UPDATE account SET full_name = left(full_name, 200) WHERE char_length(full_name) > 200;
ALTER TABLE account
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT account_user_name_length CHECK (char_length(user_name) <= 100),
    ADD CONSTRAINT account_full_name_length CHECK (char_length(full_name) <= 200);
