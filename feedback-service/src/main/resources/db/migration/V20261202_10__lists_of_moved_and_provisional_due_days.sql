-- Whoever asks for what has moved, or may move, reads few of many: a list of them has an index of its own, in the order of the
-- list and with what the list shows. A statement finds it by the same condition, word for word. While they are made everything
-- can be read, and nothing entered.
CREATE INDEX ix_feedback_moved ON feedback (authority_id, received_at DESC, id DESC)
    INCLUDE (register_year, register_number, channel, kind, classification, urgency, state, due_on, due_calendar, due_provisional,
             due_moved_from, paused_since, unit_id, person, answered_on, ended_on, excerpt)
    WHERE due_moved_from IS NOT NULL;
CREATE INDEX ix_feedback_provisional ON feedback (authority_id, received_at DESC, id DESC)
    INCLUDE (register_year, register_number, channel, kind, classification, urgency, state, due_on, due_calendar, due_provisional,
             due_moved_from, paused_since, unit_id, person, answered_on, ended_on, excerpt)
    WHERE due_provisional;
