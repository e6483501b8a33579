-- What an agency has heard of its result, for as long as its replies or a reopened criterion are judged anew: rows of verdict and
-- figure_entry as they stood when that began. Their columns follow those of the tables that they come from.
CREATE TABLE heard_figure (LIKE figure_entry, PRIMARY KEY (tenant_id, year, agency, figure),
    FOREIGN KEY (tenant_id, year, agency, figure) REFERENCES figure_entry (tenant_id, year, agency, figure));
SELECT guard_tenant('heard_figure', 'SELECT, INSERT, DELETE');

CREATE TABLE heard_verdict (LIKE verdict, PRIMARY KEY (tenant_id, year, agency, criterion, round),
    FOREIGN KEY (tenant_id, year, agency, criterion, round) REFERENCES verdict (tenant_id, year, agency, criterion, round));
SELECT guard_tenant('heard_verdict', 'SELECT, INSERT, DELETE');

-- What is being judged anew today: what was changed in it already cannot be told apart any more, but verdicts of the second round can.
INSERT INTO heard_figure SELECT figure_entry.* FROM figure_entry JOIN assessment USING (tenant_id, year, agency)
    WHERE state IN ('explained', 'reopened');
INSERT INTO heard_verdict SELECT verdict.* FROM verdict JOIN assessment USING (tenant_id, year, agency)
    WHERE state = 'reopened' OR state = 'explained' AND round = 1;
