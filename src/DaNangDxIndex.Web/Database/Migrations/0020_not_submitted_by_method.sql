-- What becomes of an agency that did not submit is said once, by the edition's method, and no longer with each record.
ALTER TABLE assessment DROP COLUMN left_out;
