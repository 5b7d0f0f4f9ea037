-- A due day that was counted before it named its table names the table that was in force when that came: where an administrator had
-- written one by hand it was that, and not the program's.
UPDATE milestone SET due_calendar = c.version
FROM working_calendar c
WHERE c.by_hand AND milestone.due_calendar = 'VN-2026.1';
