-- A due day that was counted before it named its table names the table that was in force when that came: where an administrator had
-- written one by hand it was that, and not the program's.
UPDATE feedback SET due_calendar = c.version
FROM working_calendar c
WHERE c.by_hand AND feedback.due_calendar = 'VN-2026.1';
UPDATE feedback_referral SET due_calendar = c.version
FROM working_calendar c
WHERE c.by_hand AND feedback_referral.due_calendar = 'VN-2026.1';
