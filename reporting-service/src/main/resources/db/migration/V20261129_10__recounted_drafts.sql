-- A due day names the table of working days that it was counted with; absent where the plan's event did not say.
ALTER TABLE scheduled_milestone_now ADD COLUMN due_calendar text;

-- The days of a draft follow the plan's milestone and the table of working days in force. The defaults are what was counted so far,
-- also by a replica of the version before that runs beside this one.
ALTER TABLE report
    ADD COLUMN due_calendar       text,
    ADD COLUMN cut_off_calendar   text    NOT NULL DEFAULT 'VN-2026.1',
    ADD COLUMN milestone_epoch    integer NOT NULL DEFAULT 0,
    ADD COLUMN milestone_sequence bigint  NOT NULL DEFAULT 0,
    ADD COLUMN due_moved_from     date;
COMMENT ON COLUMN report.due_calendar IS 'Version of the table of working days that due_on was counted with.';
COMMENT ON COLUMN report.cut_off_calendar IS 'Version of the table of working days that cut_off was counted with.';
COMMENT ON COLUMN report.milestone_sequence IS 'With milestone_epoch the event of the milestone whose days it has.';
COMMENT ON COLUMN report.due_moved_from IS 'The due day before the working days were last counted anew, where it has moved then.';
-- Drafts have the days of the milestone as it is known now.
UPDATE report r SET milestone_epoch = s.epoch, milestone_sequence = s.sequence
FROM scheduled_milestone_now s WHERE s.milestone_id = r.milestone_id AND r.state = 'DRAFT' AND s.due_on = r.due_on;
CREATE INDEX ix_report_draft ON report (authority_id, due_on, id) WHERE state = 'DRAFT';
