-- Guesses are counted by doors (0470); no program that may still serve maps these any more.
ALTER TABLE account DROP COLUMN access_failed_count, DROP COLUMN lockout_enabled, DROP COLUMN lockout_end;
