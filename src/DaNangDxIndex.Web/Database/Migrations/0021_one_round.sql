-- Explanation and review cannot be carried to their end yet, so no edition is loaded with a second round. The migration that finishes them lifts this.
ALTER TABLE edition ADD CONSTRAINT edition_one_round CHECK (rounds = 1);
