-- Lists are read from their index alone, and now name the table of working days that a due day was counted with. The index is
-- made beside the one that it replaces: meanwhile everything can be read, and nothing entered.
CREATE INDEX ix_feedback_list ON feedback (authority_id, received_at DESC, id DESC)
    INCLUDE (register_year, register_number, channel, kind, classification, urgency, state, received_on, due_on, due_calendar,
             due_provisional, due_moved_from, paused_since, unit_id, person, answered_on, ended_on, entered_at, changed_at, excerpt);
