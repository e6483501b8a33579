-- What tables, histories and pictures over many years want of a version: all it says but figures, decisions and points of single criteria.
-- Of a province that is a twelfth of the text. The database derives it from the text itself, so that it can never say anything else; it
-- is a publication of the same form, and is read by the same reader (PublishedOutline says the same in the program).
CREATE FUNCTION publication_outline(canonical text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp AS $$
    SELECT (said.publication || jsonb_build_object('groups', (
        SELECT coalesce(jsonb_agg(one.said || jsonb_build_object(
            'entrants', (
                SELECT coalesce(jsonb_agg((entrant.said - 'answered') || jsonb_build_object(
                    'declared', '{}'::jsonb, 'figures', '{}'::jsonb, 'corrections', '{}'::jsonb, 'decisions', '{}'::jsonb,
                    -- One mark is enough to say that an agency's figures are made for demonstration.
                    'provenance', (
                        SELECT coalesce(jsonb_object_agg(figure, source), '{}'::jsonb)
                        FROM (
                            SELECT figure, source FROM jsonb_each_text(entrant.said -> 'provenance') AS made (figure, source)
                            WHERE source = 'illustrative' ORDER BY figure COLLATE "C" LIMIT 1
                        ) AS first
                    )
                ) ORDER BY entrant.place), '[]'::jsonb)
                FROM jsonb_array_elements(one.said -> 'entrants') WITH ORDINALITY AS entrant (said, place)
            ),
            'results', (
                SELECT coalesce(jsonb_agg(result.said || jsonb_build_object(
                    'criteria', '[]'::jsonb,
                    'selfAssessed', CASE jsonb_typeof(result.said -> 'selfAssessed')
                        WHEN 'object' THEN (result.said -> 'selfAssessed') || jsonb_build_object('criteria', '[]'::jsonb)
                    END
                ) ORDER BY result.place), '[]'::jsonb)
                FROM jsonb_array_elements(one.said -> 'results') WITH ORDINALITY AS result (said, place)
            )
        ) ORDER BY one.place), '[]'::jsonb)
        FROM jsonb_array_elements(said.publication -> 'groups') WITH ORDINALITY AS one (said, place)
    )))::text
    FROM (SELECT canonical::jsonb) AS said (publication)
$$;

ALTER TABLE publication ADD COLUMN outline text GENERATED ALWAYS AS (publication_outline(canonical)) STORED;
