-- GET /api/v1/plans/{id}/progress
\set drawn random(1, 100)
\set first :first + 1
\if :drawn = 1 or :first = 1
\set number random(1, :communes)
SELECT id AS plan FROM bench_plan WHERE number = :number \gset
\endif
select p1_0.id,p1_0.areas,p1_0.arrangements,p1_0.authority_id,p1_0.import_id,p1_0.issued_at,p1_0.issued_by,
    p1_0.issued_by_name,p1_0.issued_on,p1_0.issuer,p1_0.number,p1_0.objectives,p1_0.place,p1_0.progress_periods,
    p1_0.recipients,p1_0.requirements,p1_0.signed_on,p1_0.state,p1_0.stated_total,p1_0.title,p1_0.version,p1_0.year
from plan p1_0
where p1_0.id=:plan;
select t1_0.id,t1_0.area_number,t1_0.authority_id,t1_0.code,t1_0.coordinating,t1_0.heading,t1_0.lead_text,t1_0.lead_unit_id,
    t1_0.leads,t1_0.level,t1_0.parent_id,t1_0.plan_id,t1_0.printed_code,t1_0.products,t1_0.progress_periods,t1_0.rule_kinds,
    t1_0.seq,t1_0.stated_amount,t1_0.timing_text,t1_0.title,t1_0.version,t1_0.year
from task t1_0
where t1_0.plan_id=:plan
order by t1_0.seq;
SELECT task_id,
       count(*) FILTER (WHERE state = 'ACCEPTED'),
       count(*) FILTER (WHERE state NOT IN ('UNARMED', 'WAIVED')),
       count(*) FILTER (WHERE state = 'SUBMITTED'),
       count(*) FILTER (WHERE state IN ('OPEN', 'RETURNED') AND due_on < '2021-01-18'),
       count(*) FILTER (WHERE submitted_on > due_on)
FROM milestone WHERE plan_id = :plan GROUP BY task_id;
select distinct pe1_0.task_id,pe1_0.period from progress_entry pe1_0 where pe1_0.plan_id=:plan;
