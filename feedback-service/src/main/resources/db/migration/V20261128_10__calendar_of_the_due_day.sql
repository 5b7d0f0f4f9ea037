-- A due day names the table of working days that it was counted with, and whether that left a year open: then the day is
-- provisional, and may change when the table comes. The defaults are what was counted so far, also by a replica of the version
-- before that runs beside this one: there was one table, and no day without it.
ALTER TABLE feedback
    ADD COLUMN due_calendar    text    NOT NULL DEFAULT 'VN-2026.1',
    ADD COLUMN due_provisional boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN feedback.due_calendar IS 'Version of the table of working days (working_calendar) that due_on was counted with.';
COMMENT ON COLUMN feedback.due_provisional IS 'Whether due_on rests on a year that this table did not cover.';

ALTER TABLE feedback_referral
    ADD COLUMN due_calendar    text    NOT NULL DEFAULT 'VN-2026.1',
    ADD COLUMN due_provisional boolean NOT NULL DEFAULT false;
