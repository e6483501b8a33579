-- Criteria that a return or a sending back names, each with what is to be mended; and what had been handed in when it was returned, so
-- that both sides see what was answered. What became final is kept as what was answered for, too.
ALTER TABLE assessment
    ADD COLUMN returned jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(returned) = 'object'),
    ADD COLUMN sent_back jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(sent_back) = 'object');

ALTER TABLE approval
    DROP CONSTRAINT approval_act_check,
    ADD CONSTRAINT approval_act_check CHECK (
        act IN ('askedForApproval', 'sentBack', 'submitted', 'returned', 'closedRoundOne', 'closedRoundTwo', 'finalised'));
