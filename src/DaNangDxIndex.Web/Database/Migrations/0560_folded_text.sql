-- Text as people search it, folded where it is searched: "dong da" finds "Đống Đa". The program folds by the same rules (FoldedText), and
-- a test compares the two; of other scripts than Latin the program takes more marks off.
CREATE FUNCTION folded(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog
RETURN lower(translate(
    regexp_replace(normalize(typed, NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g'), 'đĐ', 'dd'));
