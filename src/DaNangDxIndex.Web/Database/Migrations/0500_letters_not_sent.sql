-- What has not left by mail is counted and shown by itself, and is little; what has left is found by when it was written (letter_written).
CREATE INDEX letter_not_sent ON letter (tenant_id, state, written_at) WHERE state <> 'sent';
