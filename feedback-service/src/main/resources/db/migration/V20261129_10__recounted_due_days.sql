-- The due day from which one has moved when the working days were last counted anew, for those who hold the case.
ALTER TABLE feedback ADD COLUMN due_moved_from date;
COMMENT ON COLUMN feedback.due_moved_from IS 'The due day before the working days were last counted anew, where it has moved then.';
