-- The words of the kinds are the program's; here only that there is one.
ALTER TABLE notice DROP CONSTRAINT notice_kind_check, ADD CONSTRAINT notice_kind_check CHECK (kind ~ '^[a-z][a-zA-Z]{2,30}$');
