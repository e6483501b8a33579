-- When whole backups of this database were taken, so that a watch from outside and the page of health can say how long ago. Of no tenant:
-- a backup is of all of them.
CREATE TABLE backup_taken (
    taken_at timestamptz PRIMARY KEY
);
GRANT SELECT, INSERT ON backup_taken TO dx_app;
