-- What an agency says to a criterion that was given back, where what it declared was right: by criterion the sentence and its version.
ALTER TABLE assessment
    ADD COLUMN answers jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(answers) = 'object');
