-- The ten questions of docs/scale.md, asked of the lines of `etoile export jsonl` in Spark: of the view `text`.

-- Before

CREATE OR REPLACE TEMPORARY VIEW line AS
SELECT monotonically_increasing_id() AS record, get_json_object(value, '$.show') AS show,
    get_json_object(value, '$.section') AS section, value AS held FROM text;

CACHE TABLE line;

CREATE OR REPLACE TEMPORARY VIEW record AS
SELECT record, show, section, held, CASE section
    WHEN 'seasons' THEN concat(
        CASE WHEN get_json_object(held, '$.number') = '0' THEN 'Specials'
            ELSE concat('Season ', get_json_object(held, '$.number')) END,
        coalesce(concat(': ', get_json_object(held, '$.title')), ''))
    WHEN 'episodes' THEN concat(
        printf('S%02dE%02d ', int(get_json_object(held, '$.season')), int(get_json_object(held, '$.number'))),
        get_json_object(held, '$.title'))
    WHEN 'awards' THEN concat(
        get_json_object(held, '$.award'), coalesce(concat(': ', get_json_object(held, '$.category')), ''))
    WHEN 'sources' THEN concat(
        coalesce(concat(get_json_object(held, '$.publisher'), ': '), ''), get_json_object(held, '$.title'))
    ELSE coalesce(get_json_object(held, '$.name'), get_json_object(held, '$.title'),
        get_json_object(held, '$.service'), get_json_object(held, '$.outlet'))
END AS name FROM line;

CREATE OR REPLACE TEMPORARY VIEW citation AS
SELECT record, NULL AS key, explode(from_json(get_json_object(held, '$.sources'), 'array<string>')) AS source FROM line
UNION ALL
SELECT record, key, explode(sources) AS source FROM (
    SELECT record, explode(from_json(get_json_object(held, '$.cites'), 'map<string, array<string>>')) AS (key, sources)
    FROM line);

CREATE OR REPLACE TEMPORARY VIEW named AS
SELECT show, get_json_object(held, '$.name') AS name FROM line WHERE section IN ('creators', 'crew', 'cast')
UNION ALL SELECT show, explode(from_json(get_json_object(held, '$.directors'), 'array<string>'))
FROM line WHERE section = 'episodes'
UNION ALL SELECT show, explode(from_json(get_json_object(held, '$.writers'), 'array<string>'))
FROM line WHERE section = 'episodes'
UNION ALL SELECT show, explode(from_json(get_json_object(held, '$.recipients'), 'array<string>'))
FROM line WHERE section = 'awards';

CREATE OR REPLACE TEMPORARY VIEW episode AS
SELECT show, season, number, coalesce(through, number) AS through, released, printf('S%02dE%02d', season, number) AS code
FROM (SELECT show, int(get_json_object(held, '$.season')) AS season, int(get_json_object(held, '$.number')) AS number,
    int(get_json_object(held, '$.through')) AS through, get_json_object(held, '$.released') AS released
    FROM line WHERE section = 'episodes');

CREATE OR REPLACE TEMPORARY VIEW part AS
SELECT record AS part, show, get_json_object(held, '$.name') AS name, get_json_object(held, '$.character') AS character,
    get_json_object(held, '$.billing') AS billing,
    from_json(get_json_object(held, '$.episodes'), 'array<string>') AS codes
FROM line WHERE section = 'cast';

-- A season has its episodes between 0 and a million.
CREATE OR REPLACE TEMPORARY VIEW span AS
SELECT part, show,
    int(regexp_extract(first, r'S(\d+)', 1)) * 1000000L
        + coalesce(int(nullif(regexp_extract(first, r'E(\d+)', 1), '')), 0) AS first,
    int(regexp_extract(last, r'S(\d+)', 1)) * 1000000L
        + coalesce(int(nullif(regexp_extract(last, r'E(\d+)', 1), '')), 999999) AS last
FROM (SELECT part, show, split_part(code, '-', 1) AS first, split_part(code, '-', -1) AS last
    FROM (SELECT part, show, explode(codes) AS code FROM part));

CREATE OR REPLACE TEMPORARY VIEW appearance AS
SELECT DISTINCT s.part, e.show, e.season, e.number, e.code FROM span AS s JOIN episode AS e ON e.show = s.show
    AND e.season * 1000000L + e.number <= s.last AND e.season * 1000000L + e.through >= s.first;

CREATE OR REPLACE TEMPORARY VIEW offer AS
SELECT show, get_json_object(held, '$.service') AS service, get_json_object(held, '$.offer') AS offer,
    get_json_object(held, '$.checked') AS checked,
    from_json(get_json_object(held, '$.regions'), 'array<string>') AS regions,
    from_json(get_json_object(held, '$.except'), 'array<string>') AS left_out
FROM line WHERE section = 'availability';

-- Who is in several shows?

SELECT name, COUNT(DISTINCT show) FROM named WHERE trim(name) <> '' GROUP BY name HAVING COUNT(DISTINCT show) > 1;

-- What rests on this source?

SELECT r.section, r.name, c.key FROM citation AS c JOIN record AS r ON r.record = c.record
WHERE r.show = :show AND c.source = :source;

-- Who is in this episode?

SELECT p.name, p.character, p.billing FROM part AS p JOIN episode AS e ON e.show = p.show
WHERE p.show = :show AND e.season = int(regexp_extract(:episode, r'S(\d+)', 1))
    AND int(regexp_extract(:episode, r'E(\d+)', 1)) BETWEEN e.number AND e.through AND (size(p.codes) = 0 OR p.part IN
    (SELECT part FROM appearance AS a WHERE a.show = :show AND a.code = e.code));

-- Where can I watch what, in this country?

SELECT show, service, offer, checked FROM offer
WHERE array_contains(regions, :region)
    OR (array_contains(regions, 'worldwide') AND NOT array_contains(left_out, :region));

-- How many episodes came out in each month?

SELECT substr(released, 1, 7), COUNT(*) FROM episode WHERE length(released) >= 7 GROUP BY 1;

-- How many awards has each show won?

SELECT show, COUNT(*) FROM line WHERE section = 'awards' AND get_json_object(held, '$.result') = 'won' GROUP BY show;

-- Where is this said?

SELECT show, section, name FROM record WHERE lower(held) RLIKE concat(r'\b', :words, r'\b');

-- What has no source?

SELECT show, section, name FROM record
WHERE section <> 'sources' AND record NOT IN (SELECT record FROM citation);

-- Which seasons are the longest?

SELECT show, season, int(SUM(through - number + 1)) AS episodes FROM episode
GROUP BY show, season ORDER BY episodes DESC, show, season LIMIT 10;

-- What does this person play, and in which episodes?

SELECT show, character, nullif(concat_ws(' ', transform(
    array_sort(collect_list(struct(season, number, code))), each -> each.code)), '')
FROM (SELECT p.part, p.show, p.character, a.season, a.number, a.code
    FROM part AS p LEFT JOIN appearance AS a ON a.part = p.part WHERE p.name = :person)
GROUP BY part, show, character;
