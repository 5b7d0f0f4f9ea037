-- What jobs of the services, and what they remember for a while, issue beside requests; any number of times.

-- The relay.
SELECT position, id, aggregatetype, aggregateid, type, occurred_at, payload FROM outbox ORDER BY position LIMIT 1000;
DELETE FROM outbox WHERE position = ANY (:positions);

-- The gauge of the outbox.
SELECT count(*) FROM outbox;

-- Remembered for half a minute or a minute.
SELECT id, code, name, parent_id, valid_from, valid_to, units FROM known_authority WHERE id = :authority;
SELECT body FROM working_calendar ORDER BY published_on DESC, version DESC LIMIT 1;
select hp1_0.id,hp1_0.authority_id,hp1_0.channel,hp1_0.classification,hp1_0.limit_amount,hp1_0.limit_unit,
    hp1_0.limit_rolls_forward,hp1_0.limit_max_extensions,hp1_0.limit_paused_in,hp1_0.limit_legal_basis,hp1_0.urgency,
    hp1_0.valid_from,hp1_0.valid_to
from handling_policy hp1_0;

-- Asked once by a new connection of the JDBC driver, about the columns of a native query.
SELECT c.oid, a.attnum, a.attname, c.relname, n.nspname, a.attnotnull OR (t.typtype = 'd' AND t.typnotnull),
    a.attidentity != '' OR pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE '%nextval(%'
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON (c.relnamespace = n.oid)
JOIN pg_catalog.pg_attribute a ON (c.oid = a.attrelid)
JOIN pg_catalog.pg_type t ON (a.atttypid = t.oid)
LEFT JOIN pg_catalog.pg_attrdef d ON (d.adrelid = a.attrelid AND d.adnum = a.attnum)
JOIN (SELECT 1 AS oid , 1 AS attnum) vals ON (c.oid = vals.oid AND a.attnum = vals.attnum)
where c.oid in (1);
