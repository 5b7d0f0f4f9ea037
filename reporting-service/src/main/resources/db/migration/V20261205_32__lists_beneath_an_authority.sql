-- What lies beneath an authority, in the order of each list. The law knows three levels: something lies beneath those at the first two.
-- Of reports the authority above sees those that have been sent.
CREATE INDEX ix_report_beneath_1 ON report ((authority_path[1]), created_at, id) WHERE sent_edition IS NOT NULL;
CREATE INDEX ix_report_beneath_2 ON report ((authority_path[2]), created_at, id) WHERE sent_edition IS NOT NULL;
CREATE INDEX ix_report_moved_beneath_1 ON report ((authority_path[1]), created_at, id)
    WHERE sent_edition IS NOT NULL AND due_moved_from IS NOT NULL;
CREATE INDEX ix_report_moved_beneath_2 ON report ((authority_path[2]), created_at, id)
    WHERE sent_edition IS NOT NULL AND due_moved_from IS NOT NULL;
CREATE INDEX ix_report_provisional_beneath_1 ON report ((authority_path[1]), created_at, id)
    WHERE sent_edition IS NOT NULL AND due_provisional;
CREATE INDEX ix_report_provisional_beneath_2 ON report ((authority_path[2]), created_at, id)
    WHERE sent_edition IS NOT NULL AND due_provisional;
CREATE INDEX ix_due_report_beneath_1 ON due_report ((authority_path[1]), year, sorted_by, id);
CREATE INDEX ix_due_report_beneath_2 ON due_report ((authority_path[2]), year, sorted_by, id);
CREATE INDEX ix_due_report_moved_beneath_1 ON due_report ((authority_path[1]), year, sorted_by, id)
    WHERE due_moved_from IS NOT NULL;
CREATE INDEX ix_due_report_moved_beneath_2 ON due_report ((authority_path[2]), year, sorted_by, id)
    WHERE due_moved_from IS NOT NULL;
CREATE INDEX ix_due_report_provisional_beneath_1 ON due_report ((authority_path[1]), year, sorted_by, id)
    WHERE due_provisional;
CREATE INDEX ix_due_report_provisional_beneath_2 ON due_report ((authority_path[2]), year, sorted_by, id)
    WHERE due_provisional;
