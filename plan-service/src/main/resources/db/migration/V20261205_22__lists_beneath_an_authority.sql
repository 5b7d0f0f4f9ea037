-- What lies beneath an authority, in the order of each list. The law knows three levels: something lies beneath those at the first two.
CREATE INDEX ix_plan_beneath_1 ON plan ((authority_path[1]), issued_at, id);
CREATE INDEX ix_plan_beneath_2 ON plan ((authority_path[2]), issued_at, id);
CREATE INDEX ix_plan_year_beneath_1 ON plan ((authority_path[1]), year, issued_at, id);
CREATE INDEX ix_plan_year_beneath_2 ON plan ((authority_path[2]), year, issued_at, id);
CREATE INDEX ix_milestone_beneath_1 ON milestone ((authority_path[1]), due_sort, id);
CREATE INDEX ix_milestone_beneath_2 ON milestone ((authority_path[2]), due_sort, id);
CREATE INDEX ix_milestone_owed_beneath_1 ON milestone ((authority_path[1]), due_sort, id)
    WHERE state IN ('OPEN', 'RETURNED');
CREATE INDEX ix_milestone_owed_beneath_2 ON milestone ((authority_path[2]), due_sort, id)
    WHERE state IN ('OPEN', 'RETURNED');
CREATE INDEX ix_milestone_moved_beneath_1 ON milestone ((authority_path[1]), due_sort, id)
    WHERE due_moved_from IS NOT NULL OR work_moved_from IS NOT NULL;
CREATE INDEX ix_milestone_moved_beneath_2 ON milestone ((authority_path[2]), due_sort, id)
    WHERE due_moved_from IS NOT NULL OR work_moved_from IS NOT NULL;
CREATE INDEX ix_milestone_provisional_beneath_1 ON milestone ((authority_path[1]), due_sort, id) WHERE due_provisional;
CREATE INDEX ix_milestone_provisional_beneath_2 ON milestone ((authority_path[2]), due_sort, id) WHERE due_provisional;
