-- Each signatory acknowledges for himself: what one has read another signs only after reading it too.
ALTER TABLE acknowledgement DROP CONSTRAINT acknowledgement_pkey, ADD PRIMARY KEY (tenant_id, year, digest, kind, by);
