-- Lists and figures are read from their indexes alone, and now compare the moment of the answer with the moment at which it was due.
-- The indexes are made beside those that they replace: meanwhile everything can be read, and nothing entered. The version before
-- asks for answered_on, for which it looks into the table from the next migration on.
CREATE INDEX ix_feedback_list ON feedback (authority_id, received_at DESC, id DESC)
    INCLUDE (register_year, register_number, channel, kind, classification, urgency, state, received_on, due_on, due_at, due_calendar,
             due_provisional, due_moved_from, paused_since, unit_id, person, answered_at, ended_on, entered_at, changed_at, excerpt);
CREATE INDEX ix_feedback_list_moved ON feedback (authority_id, received_at DESC, id DESC)
    INCLUDE (register_year, register_number, channel, kind, classification, urgency, state, due_on, due_at, due_calendar,
             due_provisional, due_moved_from, paused_since, unit_id, person, answered_at, ended_on, excerpt)
    WHERE due_moved_from IS NOT NULL;
CREATE INDEX ix_feedback_list_provisional ON feedback (authority_id, received_at DESC, id DESC)
    INCLUDE (register_year, register_number, channel, kind, classification, urgency, state, due_on, due_at, due_calendar,
             due_provisional, due_moved_from, paused_since, unit_id, person, answered_at, ended_on, excerpt)
    WHERE due_provisional;
