-- A due day that rests on a year without a table of working days is provisional. The defaults are what was counted so far, also by
-- a replica of the version before that runs beside this one: there was no such day.
ALTER TABLE scheduled_milestone_now ADD COLUMN due_provisional boolean NOT NULL DEFAULT false;
ALTER TABLE report ADD COLUMN due_provisional boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN report.due_provisional IS 'Whether due_on and work_on rested on such a year when the report was begun.';
