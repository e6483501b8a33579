-- A corrected figure says why: a code, which is published, and a sentence to the agency, which is not.
ALTER TABLE figure_entry RENAME COLUMN correction_reason TO correction_sentence;
ALTER TABLE figure_entry ADD correction_reason text
    CHECK (correction_reason IN ('evidenceMissing', 'evidenceInsufficient', 'figureContradicted', 'outsideTheYear', 'ruleMisread', 'nothingDue', 'outsideTheRemit', 'other'));
UPDATE figure_entry SET correction_reason = 'figureContradicted' WHERE correction_sentence IS NOT NULL;
ALTER TABLE figure_entry ADD CONSTRAINT figure_entry_correction CHECK ((correction_reason IS NULL) = (correction_sentence IS NULL));
