-- A list narrowed to a state or to a unit, and one of what is still open: read in their order from an index, however rare they are among
-- what an authority has. Meanwhile everything can be read, and nothing entered.
CREATE INDEX ix_feedback_state ON feedback (authority_id, state, received_at DESC, id DESC);
CREATE INDEX ix_feedback_unit_id ON feedback (authority_id, unit_id, received_at DESC, id DESC) WHERE unit_id IS NOT NULL;
-- What is overdue is so by the moment, and is found among all that is open: in the index alone, as what has moved.
CREATE INDEX ix_feedback_open ON feedback (authority_id, received_at DESC, id DESC)
    INCLUDE (register_year, register_number, channel, kind, classification, urgency, state, due_on, due_at, due_calendar,
             due_provisional, due_moved_from, paused_since, unit_id, person, answered_at, ended_on, excerpt)
    WHERE ended_on IS NULL;
