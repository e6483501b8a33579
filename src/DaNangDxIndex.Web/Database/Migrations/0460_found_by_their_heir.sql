-- Whom does an agency carry on alone? Asked on every save and found at one place of an index, however many agencies there were.
CREATE INDEX agency_heir ON agency (tenant_id, (successors[1]));
