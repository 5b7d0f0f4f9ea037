-- What a leader has to release or return: few among all that is there. It is empty at first, but every case is read once to build it, and nothing
-- is written to cases meanwhile.
CREATE INDEX ix_feedback_release_awaited ON feedback (authority_id, received_at DESC, id DESC)
    WHERE release_awaited_since IS NOT NULL;
