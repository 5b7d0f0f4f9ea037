-- GET /api/v1/plans/{id}/progress
\set drawn random(1, 100)
\set first :first + 1
\if :drawn = 1 or :first = 1
\set number random(1, :communes)
SELECT id AS plan FROM bench_plan WHERE number = :number \gset
\endif
select p1_0.id,p1_0.authority_id,p1_0.stated_total
from plan p1_0
where p1_0.id=:plan;
SELECT task.id, task.seq, task.printed_code, task.title, task.area_number, task.lead_unit_id,
       task.progress_periods, entries.periods,
       counts.accepted, counts.counted, counts.waived, counts.overdue, counts.late
FROM task
LEFT JOIN (
    SELECT task_id,
           count(*) FILTER (WHERE state = 'ACCEPTED') AS accepted,
           count(*) FILTER (WHERE state NOT IN ('UNARMED', 'WAIVED')) AS counted,
           count(*) FILTER (WHERE state = 'WAIVED') AS waived,
           count(*) FILTER (WHERE state IN ('OPEN', 'RETURNED') AND due_on < '2021-01-18') AS overdue,
           count(*) FILTER (WHERE submitted_on > due_on) AS late
    FROM milestone WHERE plan_id = :plan GROUP BY task_id
) counts ON counts.task_id = task.id
LEFT JOIN (
    SELECT task_id, array_agg(DISTINCT period) AS periods
    FROM progress_entry WHERE plan_id = :plan GROUP BY task_id
) entries ON entries.task_id = task.id
WHERE task.plan_id = :plan AND (counts.task_id IS NOT NULL OR task.progress_periods <> '{}')
ORDER BY task.seq;
SELECT (area ->> 'number')::integer, area ->> 'title'
FROM plan CROSS JOIN jsonb_array_elements(plan.areas) WITH ORDINALITY AS printed (area, position)
WHERE plan.id = :plan ORDER BY position;
