-- Whoever asks for what has moved, or may move, reads few of many: a list of them has an index of its own, in the order of the
-- list. A statement finds it by the same condition, word for word.
CREATE INDEX ix_report_moved ON report (authority_id, created_at, id) WHERE due_moved_from IS NOT NULL;
CREATE INDEX ix_report_provisional ON report (authority_id, created_at, id) WHERE due_provisional;
-- What has no day stands at the end of its year.
CREATE INDEX ix_scheduled_milestone_now_moved
    ON scheduled_milestone_now (authority_id, year, (coalesce(due_on, make_date(year, 12, 31))), milestone_id)
    WHERE due_moved_from IS NOT NULL;
CREATE INDEX ix_scheduled_milestone_now_provisional
    ON scheduled_milestone_now (authority_id, year, (coalesce(due_on, make_date(year, 12, 31))), milestone_id)
    WHERE due_provisional;
