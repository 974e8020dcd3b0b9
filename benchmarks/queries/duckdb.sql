-- The ten questions of docs/scale.md, asked of the lines of `etoile export jsonl` in DuckDB.

-- Before

CREATE OR REPLACE TABLE line AS
SELECT json->>'$.show' AS "show", json->>'$.section' AS section, json AS held FROM read_ndjson_objects($file);

CREATE OR REPLACE VIEW record AS
SELECT rowid AS record, "show", section, held, CASE section
    WHEN 'seasons' THEN CASE WHEN held->>'$.number' = '0' THEN 'Specials' ELSE 'Season ' || (held->>'$.number') END
        || coalesce(': ' || (held->>'$.title'), '')
    WHEN 'episodes' THEN printf('S%02dE%02d ', (held->>'$.season')::INT, (held->>'$.number')::INT) || (held->>'$.title')
    WHEN 'awards' THEN (held->>'$.award') || coalesce(': ' || (held->>'$.category'), '')
    WHEN 'sources' THEN coalesce((held->>'$.publisher') || ': ', '') || (held->>'$.title')
    ELSE coalesce(held->>'$.name', held->>'$.title', held->>'$.service', held->>'$.outlet')
END AS name FROM line;

CREATE OR REPLACE VIEW citation AS
SELECT record, NULL AS key, unnest((held->>'$.sources[*]')) AS source FROM record
UNION ALL
SELECT record, key, unnest((held->('$.cites."' || key || '"'))->>'$[*]')
FROM (SELECT record, held, unnest(json_keys(held, '$.cites')) AS key FROM record);

CREATE OR REPLACE VIEW named AS
SELECT "show", held->>'$.name' AS name FROM line WHERE section IN ('creators', 'crew', 'cast')
UNION ALL SELECT "show", unnest(held->>'$.directors[*]') FROM line WHERE section = 'episodes'
UNION ALL SELECT "show", unnest(held->>'$.writers[*]') FROM line WHERE section = 'episodes'
UNION ALL SELECT "show", unnest(held->>'$.recipients[*]') FROM line WHERE section = 'awards';

CREATE OR REPLACE TABLE episode AS
SELECT "show", (held->>'$.season')::INT AS season, (held->>'$.number')::INT AS number,
    coalesce((held->>'$.through')::INT, number) AS through, held->>'$.released' AS released,
    printf('S%02dE%02d', season, number) AS code
FROM line WHERE section = 'episodes';

CREATE OR REPLACE TABLE part AS
SELECT rowid AS part, "show", held->>'$.name' AS name, held->>'$.character' AS character, held->>'$.billing' AS billing,
    held->>'$.episodes[*]' AS codes
FROM line WHERE section = 'cast';

-- A season has its episodes between 0 and a million.
CREATE OR REPLACE TABLE span AS
WITH named AS (SELECT part, "show", unnest(codes) AS code FROM part),
ends AS (SELECT part, "show", string_split(code, '-')[1] AS first, string_split(code, '-')[-1] AS last FROM named)
SELECT part, "show",
    regexp_extract(first, 'S(\d+)', 1)::BIGINT * 1000000 + coalesce(try_cast(regexp_extract(first, 'E(\d+)', 1) AS INT), 0) AS first,
    regexp_extract(last, 'S(\d+)', 1)::BIGINT * 1000000 + coalesce(try_cast(regexp_extract(last, 'E(\d+)', 1) AS INT), 999999) AS last
FROM ends;

CREATE OR REPLACE VIEW appearance AS
SELECT DISTINCT s.part, e."show", e.season, e.number, e.code FROM span AS s JOIN episode AS e ON e."show" = s."show"
    AND e.season * 1000000 + e.number <= s.last AND e.season * 1000000 + e.through >= s.first;

CREATE OR REPLACE VIEW offer AS
SELECT "show", held->>'$.service' AS service, held->>'$.offer' AS offer, held->>'$.checked' AS checked,
    held->>'$.regions[*]' AS regions, held->>'$.except[*]' AS left_out
FROM line WHERE section = 'availability';

-- Who is in several shows?

SELECT name, COUNT(DISTINCT "show") FROM named WHERE trim(name) <> '' GROUP BY name HAVING COUNT(DISTINCT "show") > 1;

-- What rests on this source?

SELECT r.section, r.name, c.key FROM citation AS c JOIN record AS r ON r.record = c.record
WHERE r."show" = $show AND c.source = $source;

-- Who is in this episode?

SELECT p.name, p.character, p.billing FROM part AS p JOIN episode AS e ON e."show" = p."show"
WHERE p."show" = $show AND e.season = regexp_extract($episode, 'S(\d+)', 1)::INT
    AND regexp_extract($episode, 'E(\d+)', 1)::INT BETWEEN e.number AND e.through AND (len(p.codes) = 0 OR p.part IN
    (SELECT part FROM appearance AS a WHERE a."show" = $show AND a.code = e.code));

-- Where can I watch what, in this country?

SELECT "show", service, offer, checked FROM offer
WHERE list_contains(regions, $region) OR (list_contains(regions, 'worldwide') AND NOT list_contains(left_out, $region));

-- How many episodes came out in each month?

SELECT substr(released, 1, 7), COUNT(*) FROM episode WHERE length(released) >= 7 GROUP BY 1;

-- How many awards has each show won?

SELECT "show", COUNT(*) FROM line WHERE section = 'awards' AND held->>'$.result' = 'won' GROUP BY "show";

-- Where is this said?

SELECT "show", section, name FROM record
WHERE regexp_matches(strip_accents(lower(held::VARCHAR)), '\b' || $words || '\b');

-- What has no source?

SELECT "show", section, name FROM record
WHERE section <> 'sources' AND record NOT IN (SELECT record FROM citation);

-- Which seasons are the longest?

SELECT "show", season, SUM(through - number + 1)::INT AS episodes FROM episode
GROUP BY "show", season ORDER BY episodes DESC, "show", season LIMIT 10;

-- What does this person play, and in which episodes?

SELECT p."show", p.character, string_agg(a.code, ' ' ORDER BY a.season, a.number)
FROM part AS p LEFT JOIN appearance AS a ON a.part = p.part
WHERE p.name = $person GROUP BY p.part, p."show", p.character;
