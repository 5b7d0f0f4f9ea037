-- What a leader has to release or return: few among all that is there. Empty, so that nothing waits for it for long.
CREATE INDEX ix_feedback_release_awaited ON feedback (authority_id, received_at DESC, id DESC)
    WHERE release_awaited_since IS NOT NULL;
