-- Besides what it had: when a row was changed, so that figures of a past day ask the journal only about those that were changed
-- since; and when it was entered.
DROP INDEX ix_feedback_authority_id_received_at;
CREATE INDEX ix_feedback_authority_id_received_at ON feedback (authority_id, received_at DESC, id DESC)
    INCLUDE (register_year, register_number, channel, kind, classification, urgency, state, received_on, due_on, paused_since,
             unit_id, person, answered_on, ended_on, entered_at, changed_at, excerpt);
