-- Tasks by the state and due day of a milestone, year by year as they are listed: for each list the matches of a year are beside each
-- other, and are read without the table.
CREATE INDEX ix_milestone_state ON milestone (authority_id, year, state, due_sort, task_id);
CREATE INDEX ix_milestone_state_beneath_1 ON milestone ((authority_path[1]), year, state, due_sort, task_id);
CREATE INDEX ix_milestone_state_beneath_2 ON milestone ((authority_path[2]), year, state, due_sort, task_id);
