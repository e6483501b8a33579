-- What was told to somebody is forgotten as the letters that carried it are (docs/operations.md, "Retention").
GRANT DELETE ON notice TO dx_app;
CREATE INDEX notice_at ON notice (tenant_id, at);
