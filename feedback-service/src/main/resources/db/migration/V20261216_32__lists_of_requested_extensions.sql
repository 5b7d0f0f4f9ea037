-- What a leader has to decide on: few among all that is there. Empty, so that nothing waits for it for long.
CREATE INDEX ix_feedback_extension_requested ON feedback (authority_id, received_at DESC, id DESC)
    WHERE extension_requested IS NOT NULL;
