-- What jobs of the services, and what they remember for a while, issue beside requests; any number of times. Where a job begins a
-- transaction, its first statement stands behind a BEGIN: there are as many of both.

-- The relay: its lease, what is queued, what the version before has left, orders to send the past again.
INSERT INTO lease AS l (name, owner, fence, expires_at)
VALUES (:name, :owner, 1, clock_timestamp() + :millis * interval '1 millisecond')
ON CONFLICT (name) DO UPDATE
SET owner = excluded.owner, expires_at = excluded.expires_at,
    fence = CASE WHEN l.owner = excluded.owner THEN l.fence ELSE l.fence + 1 END
WHERE l.owner = excluded.owner OR l.expires_at < clock_timestamp()
RETURNING fence;
SELECT j.* FROM journal_outbox o CROSS JOIN LATERAL (
    SELECT position, kind, id, epoch, sequence, type, occurred_at, recorded_at, state
    FROM journal WHERE position = o.position AND kind <> ALL (:blocked) OFFSET 0) j
WHERE o.last_error IS NULL ORDER BY o.position LIMIT :batch;
DELETE FROM journal_outbox WHERE position = ANY (:positions)
AND EXISTS (SELECT 1 FROM lease WHERE name = :name AND fence = :fence);
SELECT position, aggregatetype, aggregateid, 0, 0, type, occurred_at, occurred_at, payload, id
FROM outbox WHERE aggregatetype <> ALL (:blocked) ORDER BY position LIMIT :batch;
SELECT id, kind, from_day, next, last, last_error FROM republication
WHERE done_at IS NULL ORDER BY id LIMIT 100;

-- Whether the database answers.
SELECT 1;

-- The training clock, which another replica may have set.
SELECT offset_millis FROM training_clock;

-- The listener: whether the database is still where it has heard to.
BEGIN;
SELECT topic, partition, next_offset FROM heard_to;
END;

-- Timers; and what those do that purge kept answers, timers and dead letters.
BEGIN;
SELECT k FROM unnest(:kinds::text[]) k WHERE EXISTS (
    SELECT 1 FROM timer WHERE kind = k AND done_at IS NULL AND greatest(due_at, retry_at) <= least(:now, business_time()));
END;
BEGIN;
SELECT kind, id, step, basis, due_at, least(:now, business_time()) FROM timer
WHERE kind = :kind AND done_at IS NULL AND greatest(due_at, retry_at) <= least(:now, business_time())
ORDER BY greatest(due_at, retry_at) LIMIT :most FOR UPDATE SKIP LOCKED;
DELETE FROM idempotency_key WHERE (caller, key) IN
    (SELECT caller, key FROM idempotency_key WHERE created_at < :before LIMIT :most);
DELETE FROM timer WHERE (kind, id, step, basis) IN
    (SELECT kind, id, step, basis FROM timer WHERE done_at < :before ORDER BY done_at LIMIT :most);
DELETE FROM dead_letter WHERE id IN
    (SELECT id FROM dead_letter WHERE state = 'PROCESSED' AND tried_at < :before ORDER BY tried_at LIMIT :most);
INSERT INTO timer (kind, id, step, basis, due_at) VALUES (:kind, :id, :step, :basis, :due_at)
ON CONFLICT (kind, id, step, basis) DO NOTHING;
-- Whether what a service misses has changed since it told its last day mark.
SELECT marked_day FROM time_line FOR UPDATE;
SELECT business_time();
SELECT DISTINCT coalesce(authority_id, '00000000-0000-0000-0000-000000000000') FROM dead_letter WHERE state IN ('OPEN', 'WAITING')
UNION
SELECT (SELECT j.authority_id FROM journal j WHERE j.position = o.position) FROM journal_outbox o WHERE o.last_error IS NOT NULL
ORDER BY 1;
SELECT (SELECT array_agg(w::uuid ORDER BY w::uuid) FROM json_array_elements_text(state -> 'withheld') w)
FROM journal WHERE kind = 'day' AND id = :id ORDER BY epoch DESC, sequence DESC LIMIT 1;
UPDATE timer SET retry_at = :now WHERE kind = :kind AND id = :id AND step = :step AND basis = :basis AND done_at IS NULL;
UPDATE timer SET done_at = :now WHERE kind = :kind AND id = :id AND step = :step AND basis = :basis;
END;

-- The gauges of the outbox.
SELECT (SELECT count(*) FROM journal_outbox WHERE last_error IS NULL) + (SELECT count(*) FROM outbox);
SELECT count(*) FROM journal_outbox WHERE last_error IS NOT NULL;

-- Remembered for half a minute or a minute.
SELECT id, code, name, parent_id, valid_from, valid_to, units FROM known_authority WHERE id = :authority;
SELECT body FROM working_calendar ORDER BY published_on DESC, version DESC LIMIT 1;
select hp1_0.id,hp1_0.authority_id,hp1_0.channel,hp1_0.classification,hp1_0.limit_amount,hp1_0.limit_unit,
    hp1_0.limit_rolls_forward,hp1_0.limit_max_extensions,hp1_0.limit_paused_in,hp1_0.limit_legal_basis,hp1_0.urgency,
    hp1_0.valid_from,hp1_0.valid_to
from handling_policy hp1_0;

-- A new connection: its name and its bounds.
SET application_name = 'feedback-service';
SET lock_timeout = '5s';
SET statement_timeout = '8s';
SET idle_in_transaction_session_timeout = '8s';
SET tcp_user_timeout = '9s';
SET tcp_keepalives_idle = 5;
SET tcp_keepalives_interval = 2;
SET tcp_keepalives_count = 3;

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
