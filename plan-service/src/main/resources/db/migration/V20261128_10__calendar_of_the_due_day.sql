-- A due day names the table of working days that it was counted with, and whether that left a year open: then the day is
-- provisional, and may change when the table comes. The defaults are what was counted so far, also by a replica of the version
-- before that runs beside this one: there was one table, and no day without it.
ALTER TABLE milestone
    ADD COLUMN due_calendar    text    NOT NULL DEFAULT 'VN-2026.1',
    ADD COLUMN due_provisional boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN milestone.due_calendar IS 'Version of the table of working days (working_calendar) that due_on and work_on were counted with; while there is no due day, the one of its planning.';
COMMENT ON COLUMN milestone.due_provisional IS 'Whether they rest on a year that this table did not cover.';
