-- GET /api/v1/feedback?limit=50&cursor=…, at any depth at which a full page follows. :feedback is the number of the youngest.
\set n random(60 * :communes, :feedback)
\set drawn random(1, 100)
\set first :first + 1
\if :drawn = 1 or :first = 1
\set number random(1, :communes)
SELECT id AS authority FROM bench_authority WHERE number = :number \gset
\endif
BEGIN;
select f1_0.id,f1_0.register_number,f1_0.register_year,f1_0.channel,f1_0.kind,f1_0.classification,f1_0.urgency,f1_0.state,
    f1_0.received_at,f1_0.due_on,f1_0.due_provisional,f1_0.due_moved_from,f1_0.paused_since,f1_0.unit_id,f1_0.person,f1_0.answered_on,f1_0.excerpt
from feedback f1_0
where f1_0.authority_id=:authority
    and (f1_0.received_at,f1_0.id)<(
        /*value*/ (timestamptz '2021-01-17 02:00:00Z' - (:feedback::bigint - :n::bigint) * (interval '1095 days' / :feedback::bigint)),
        /*value*/ ('01690000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid)
order by f1_0.received_at desc,f1_0.id desc
fetch first :rows rows only;
END;
