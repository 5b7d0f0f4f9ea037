-- A cut-off that rests on a year without a table of working days is provisional, as a due day is. The default is what a replica of the
-- version before that runs beside this one tells of it.
ALTER TABLE report ADD COLUMN cut_off_provisional boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN report.cut_off_provisional IS 'Whether cut_off rests on a year that the table cut_off_calendar did not cover.';
UPDATE report r SET cut_off_provisional = true
FROM working_calendar c
WHERE c.version = r.cut_off_calendar
    AND NOT (jsonb_exists(c.body -> 'years', extract(year FROM r.cut_off + 1)::text)
        AND jsonb_exists(c.body -> 'years', extract(year FROM r.due_on - 1)::text));
