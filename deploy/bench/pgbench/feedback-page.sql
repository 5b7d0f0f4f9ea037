-- GET /api/v1/feedback?limit=50&cursor=…, at any depth with a full page. :feedback is the number of the latest feedback.
\set n random(60 * :communes, :feedback)
\set drawn random(1, 100)
\set first :first + 1
\if :drawn = 1 or :first = 1
\set number random(1, :communes)
SELECT id AS authority FROM bench_authority WHERE number = :number \gset
\endif
BEGIN;
SELECT f.id, f.register_number, f.register_year, f.channel, f.kind, f.classification, f.urgency, f.state,
       f.received_at, f.due_on, f.due_calendar, f.due_provisional, f.due_moved_from, f.paused_since, f.unit_id,
       f.person, coalesce(f.due_at, cast(f.due_on + 1 AS timestamp) AT TIME ZONE 'Asia/Ho_Chi_Minh') AS due_at, f.answered_at, f.excerpt
FROM feedback f WHERE f.authority_id = :authority AND (f.received_at, f.id) < (
        /*value*/ (timestamptz '2021-01-17 02:00:00Z' - (:feedback::bigint - :n::bigint) * (interval '1095 days' / :feedback::bigint)),
        /*value*/ ('01690000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid)
ORDER BY f.received_at DESC, f.id DESC FETCH FIRST :rows ROWS ONLY;
END;
