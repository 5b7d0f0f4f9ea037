-- ${rows} milestones of the communes of bench_nation, as one of a loaded plan is; accepted, but for one in ten, which is overdue. Without
-- triggers and with the indexes made over all rows, in a fraction of the time. So the rows bring along the path of their authority.
SET session_replication_role = replica;
SET maintenance_work_mem = '256MB';
CREATE TEMPORARY TABLE index_of AS
    SELECT pg_get_indexdef(indexrelid) AS definition, indexrelid::regclass::text AS name FROM pg_index
    WHERE indrelid = 'milestone'::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
    -- Of two that cost the same the planner takes the older one.
    ORDER BY indexrelid;
DO 'DECLARE one record; BEGIN FOR one IN SELECT * FROM index_of LOOP EXECUTE ''DROP INDEX '' || one.name; END LOOP; END';
INSERT INTO milestone (id, version, plan_id, authority_id, task_id, rule_id, unit_id, year, rule_kind, occurrence, label, state, due_on,
    work_on, due_calendar, due_provisional, basis_kind, basis_day, basis_inclusive, submitted_on, accepted_on, changed_at, authority_path)
SELECT gen_random_uuid(), 0, m.plan_id, n.id, m.task_id, m.rule_id, m.unit_id, m.year, m.rule_kind, n.occurrence, m.label,
    CASE WHEN n.owed THEN 'OPEN' ELSE 'ACCEPTED' END, n.day, n.day, m.due_calendar, false, m.basis_kind, n.day, m.basis_inclusive,
    CASE WHEN NOT n.owed THEN n.day END, CASE WHEN NOT n.owed THEN n.day END, m.changed_at, n.path
FROM (
    SELECT *, DATE '2020-06-01' + chance % 180 AS day, chance % 10 = 1 AS owed
    FROM (
        SELECT id, path, number, occurrence, abs(hashtext(occurrence)) AS chance
        FROM (
            SELECT commune.id, tree.path, number, commune.id || '/' || number AS occurrence
            FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM bench_nation WHERE level = 'COMMUNE') commune
                JOIN authority_tree tree ON tree.id = commune.id
                JOIN generate_series(0, ${rows} - 1) number ON number % (33 * 99) = commune.place
        ) occurrences
    ) drawn
) n, (
    SELECT * FROM milestone WHERE plan_id = (SELECT id FROM bench_plan WHERE number = 1) AND basis_day IS NOT NULL ORDER BY id LIMIT 1
) m
ORDER BY n.chance;
DO 'DECLARE one record; BEGIN FOR one IN SELECT * FROM index_of LOOP EXECUTE one.definition; END LOOP; END';
