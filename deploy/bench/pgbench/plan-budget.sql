-- GET /api/v1/plans/{id}/budget
\set drawn random(1, 100)
\set first :first + 1
\if :drawn = 1 or :first = 1
\set number random(1, :communes)
SELECT id AS plan FROM bench_plan WHERE number = :number \gset
\endif
SELECT id, authority_id, stated_total FROM plan WHERE id = :plan;
SELECT task.id, task.seq, task.level, task.heading, task.printed_code, task.title, task.stated_amount, above.seq
FROM task LEFT JOIN task above ON above.id = task.parent_id
WHERE task.plan_id = :plan
ORDER BY task.seq;
