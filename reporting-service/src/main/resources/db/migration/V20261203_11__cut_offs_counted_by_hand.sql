-- A cut-off that was counted before it named its table names the table that was in force when that came: where an administrator had
-- written one by hand it was that, and not the program's.
UPDATE report r SET
    cut_off_calendar = c.version,
    cut_off_provisional = NOT (jsonb_exists(c.body -> 'years', extract(year FROM r.cut_off + 1)::text)
        AND jsonb_exists(c.body -> 'years', extract(year FROM r.due_on - 1)::text))
FROM working_calendar c
WHERE c.by_hand AND r.cut_off_calendar = 'VN-2026.1';
