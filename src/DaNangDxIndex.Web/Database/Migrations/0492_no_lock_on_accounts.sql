-- Guesses are counted at the doors (0470_door); what an account itself counted is read by nobody.
ALTER TABLE account
    DROP COLUMN access_failed_count,
    DROP COLUMN lockout_enabled,
    DROP COLUMN lockout_end;
