-- Anybody may ask which tenant a code leads to; only the tenant itself gives out codes that lead to it.
ALTER TABLE verification_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE verification_code FORCE ROW LEVEL SECURITY;
CREATE POLICY asked ON verification_code FOR SELECT USING (true);
CREATE POLICY given ON verification_code FOR INSERT WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
