-- Of twenty years of accounts few are open, and few wait for the second half of a link: those are counted and looked through.
CREATE INDEX account_open ON account (tenant_id, agency_code) WHERE NOT disabled;
CREATE INDEX account_link_in_halves ON account (tenant_id, id) WHERE reset_asked_by IS NOT NULL;
