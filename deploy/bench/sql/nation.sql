-- A province with 33 districts, each of 99 communes, and how their milestones are inserted. None is valid yet: so there is no second province.
CREATE TABLE bench_nation (id uuid PRIMARY KEY, parent_id uuid, level text NOT NULL);
INSERT INTO bench_nation VALUES (gen_random_uuid(), NULL, 'PROVINCE');
INSERT INTO bench_nation SELECT gen_random_uuid(), id, 'DISTRICT' FROM bench_nation, generate_series(1, 33);
INSERT INTO bench_nation SELECT gen_random_uuid(), id, 'COMMUNE' FROM bench_nation, generate_series(1, 99) WHERE level = 'DISTRICT';
-- Parents first: the trigger that keeps the tree asks for them.
INSERT INTO authority (id, version, code, name, level, parent_id, place, deadline_inclusive, valid_from, changed_at)
SELECT id, 0, 'NATION-' || id, 'UBND', level, parent_id, 'Đo', false, DATE '2090-01-01', now()
FROM bench_nation ORDER BY level = 'COMMUNE', level = 'DISTRICT';
