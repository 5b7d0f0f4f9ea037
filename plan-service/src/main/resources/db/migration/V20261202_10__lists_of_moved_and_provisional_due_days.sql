-- Whoever asks for what has moved, or may move, reads few of many: a list of them has an index of its own, in the order of the
-- list. A statement finds it by the same condition, word for word.
CREATE INDEX ix_milestone_moved ON milestone (authority_id, due_sort, id)
    WHERE due_moved_from IS NOT NULL OR work_moved_from IS NOT NULL;
CREATE INDEX ix_milestone_provisional ON milestone (authority_id, due_sort, id) WHERE due_provisional;
