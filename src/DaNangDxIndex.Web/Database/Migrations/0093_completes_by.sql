-- What is given back to an agency has a last day of its own: a return, or a record of "not submitted" that was a mistake. Its note says whose it is.
ALTER TABLE assessment ADD completes_by timestamptz,
    ADD note_of text CHECK (note_of IN ('sendBack', 'return', 'recordNotSubmitted', 'takeBack')),
    ADD CONSTRAINT assessment_completes CHECK (completes_by IS NULL OR state IN ('entering', 'awaitingApproval', 'returned'));
UPDATE assessment SET note_of = CASE state WHEN 'returned' THEN 'return' WHEN 'notSubmitted' THEN 'recordNotSubmitted' ELSE 'sendBack' END WHERE note IS NOT NULL;
