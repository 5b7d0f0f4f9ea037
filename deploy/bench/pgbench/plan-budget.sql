-- GET /api/v1/plans/{id}/budget
\set drawn random(1, 100)
\set first :first + 1
\if :drawn = 1 or :first = 1
\set number random(1, :communes)
SELECT id AS plan FROM bench_plan WHERE number = :number \gset
\endif
SELECT id, authority_id, stated_total FROM plan WHERE id = :plan;
WITH RECURSIVE climbing AS (
    SELECT id, parent_id, stated_amount AS amount
    FROM task WHERE plan_id = :plan AND NOT heading AND stated_amount IS NOT NULL
    UNION ALL
    SELECT above.id, above.parent_id, climbing.amount
    FROM climbing JOIN task above ON above.id = climbing.parent_id
), computed AS (
    SELECT id, sum(amount)::bigint AS amount FROM climbing GROUP BY id
)
SELECT task.id, task.seq, task.level, task.heading, task.printed_code, task.title, task.stated_amount,
       coalesce(computed.amount, 0)
FROM task LEFT JOIN computed ON computed.id = task.id
WHERE task.plan_id = :plan AND (task.heading OR task.stated_amount IS NOT NULL)
ORDER BY task.seq;
