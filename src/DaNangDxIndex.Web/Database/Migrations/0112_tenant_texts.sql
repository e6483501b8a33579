-- A tenant's own texts and colours, which its office changes by a page; who it is (slug, kind, settings) stays the owner's.
ALTER TABLE tenant
    ADD COLUMN letterhead jsonb CHECK (jsonb_typeof(letterhead) = 'object'),
    ADD COLUMN hue text CHECK (hue IN ('river', 'sea', 'forest', 'wine', 'plum', 'clay')),
    ADD COLUMN version integer NOT NULL DEFAULT 0;

-- Everybody reads which tenants there are; each changes itself alone.
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON tenant FOR SELECT USING (true);
CREATE POLICY own ON tenant FOR UPDATE
    USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT UPDATE (name_vi, name_en, letterhead, hue, version) ON tenant TO dx_app;
