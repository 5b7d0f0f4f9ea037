-- Whoever owes a report sees in the list of those that are due that its day has moved.
ALTER TABLE scheduled_milestone_now ADD COLUMN due_moved_from date;
COMMENT ON COLUMN scheduled_milestone_now.due_moved_from IS 'The due day before the working days were last counted anew, where it has moved then.';
