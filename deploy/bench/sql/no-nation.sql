-- What nation.sql and milestones.sql have inserted, also in a run that was broken off.
SET session_replication_role = replica;
CREATE TABLE IF NOT EXISTS bench_nation (id uuid, parent_id uuid, level text);
DELETE FROM milestone WHERE authority_id IN (SELECT id FROM bench_nation);
DELETE FROM authority_tree WHERE id IN (SELECT id FROM bench_nation);
DELETE FROM authority WHERE id IN (SELECT id FROM bench_nation);
DROP TABLE bench_nation;
