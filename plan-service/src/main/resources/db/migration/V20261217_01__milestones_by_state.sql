-- Milestones of a state other than the one in which they all end, in the order of their list.
CREATE INDEX ix_milestone_in_state ON milestone (authority_id, state, due_sort, id) WHERE state <> 'ACCEPTED';
CREATE INDEX ix_milestone_in_state_beneath_1 ON milestone ((authority_path[1]), state, due_sort, id) WHERE state <> 'ACCEPTED';
CREATE INDEX ix_milestone_in_state_beneath_2 ON milestone ((authority_path[2]), state, due_sort, id) WHERE state <> 'ACCEPTED';
