-- Rows from before get the path of their authority. Meanwhile everything can be read, and nothing entered or changed; the tree stays as it is.
SELECT pg_advisory_xact_lock_shared(1953654117);
LOCK TABLE plan IN EXCLUSIVE MODE;
UPDATE plan r SET authority_path = t.path FROM authority_tree t WHERE t.id = r.authority_id AND r.authority_path IS DISTINCT FROM t.path;
LOCK TABLE milestone IN EXCLUSIVE MODE;
UPDATE milestone r SET authority_path = t.path FROM authority_tree t WHERE t.id = r.authority_id AND r.authority_path IS DISTINCT FROM t.path;
