-- Agencies are told what was found and what is final; those who appraise are told of replies.
ALTER TABLE notice DROP CONSTRAINT notice_kind_check, ADD CONSTRAINT notice_kind_check CHECK (kind IN (
    'opened', 'closed', 'published', 'returned', 'sentBack', 'partGiven', 'deadline', 'extended', 'reopened', 'reminder',
    'appraised', 'finalised', 'replied'));
