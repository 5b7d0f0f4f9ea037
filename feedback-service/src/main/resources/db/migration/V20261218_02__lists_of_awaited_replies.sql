-- What the office has to reply to: few among all that is there. Empty, so that nothing waits for it for long.
CREATE INDEX ix_feedback_reply_awaited ON feedback (authority_id, received_at DESC, id DESC)
    WHERE reply_awaited_since IS NOT NULL;
