-- Which text a group's criteria are, without fetching the text: a scorer that was read from the same text is used again.
CREATE FUNCTION text_digest(content text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog
    AS $$ SELECT encode(sha256(convert_to(content, 'UTF8')), 'hex') $$;

ALTER TABLE edition_group ADD COLUMN criteria_digest text GENERATED ALWAYS AS (public.text_digest(criteria_file)) STORED;
