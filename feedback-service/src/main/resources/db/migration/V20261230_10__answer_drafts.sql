-- Copied to the case from its policy, as the limit is. The version before answers directly.
ALTER TABLE feedback
    ADD COLUMN answers_need_release  boolean NOT NULL DEFAULT false,
    ADD COLUMN release_awaited_since timestamptz;
COMMENT ON COLUMN feedback.release_awaited_since IS 'When the draft of the answer that is with the leader was handed in.';

-- The draft of an answer, one of a case at most. It never leaves the office.
CREATE TABLE answer_draft (
    id               uuid        NOT NULL,
    version          integer     NOT NULL,
    feedback_id      uuid        NOT NULL,
    authority_id     uuid        NOT NULL,
    text             text        NOT NULL,
    document_number  text,
    document_date    date,
    written_at       timestamptz NOT NULL,
    written_by       text        NOT NULL,
    written_by_name  text        NOT NULL,
    returned_at      timestamptz,
    returned_by_name text,
    return_reason    text,
    CONSTRAINT pk_answer_draft PRIMARY KEY (id),
    CONSTRAINT fk_answer_draft_feedback FOREIGN KEY (feedback_id) REFERENCES feedback (id),
    CONSTRAINT uq_answer_draft_feedback UNIQUE (feedback_id),
    CONSTRAINT ck_answer_draft_text CHECK (length(text) >= 1 AND length(text) <= 20000),
    CONSTRAINT ck_answer_draft_document CHECK ((document_number IS NULL) = (document_date IS NULL)),
    CONSTRAINT ck_answer_draft_return CHECK (num_nonnulls(returned_at, returned_by_name, return_reason) IN (0, 3))
);

-- A replica of the version before answers, ends or assigns a case without knowing of its draft. In another state, or with another unit, the
-- draft is not with the leader any more.
CREATE FUNCTION take_back_answer_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.release_awaited_since := NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER tr_feedback_take_back_answer_draft BEFORE UPDATE ON feedback FOR EACH ROW
    WHEN (NEW.release_awaited_since IS NOT NULL AND (NEW.state <> OLD.state OR NEW.unit_id IS DISTINCT FROM OLD.unit_id))
    EXECUTE FUNCTION take_back_answer_draft();

-- What is answered or has ended otherwise has no draft.
CREATE FUNCTION delete_answer_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM answer_draft WHERE feedback_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER tr_feedback_delete_answer_draft AFTER UPDATE ON feedback FOR EACH ROW
    WHEN (OLD.ended_on IS NULL AND NEW.ended_on IS NOT NULL)
    EXECUTE FUNCTION delete_answer_draft();

-- A release replies to what was asked before the draft was handed in. What the sender has asked since, who wrote it has not read: that still
-- waits. The version before answers without a release and ends what waits itself, or, of a case whose draft is with the leader, leaves a
-- question for which a reply is then asked.
DROP TRIGGER tr_feedback_end_awaited_reply ON feedback;
CREATE TRIGGER tr_feedback_end_awaited_reply BEFORE UPDATE ON feedback FOR EACH ROW
    WHEN (NEW.reply_awaited_since IS NOT NULL AND (NEW.state IN ('REFUSED', 'REFERRED', 'CLOSED', 'WITHDRAWN')
        OR (NEW.state = 'ANSWERED' AND OLD.state <> 'ANSWERED'
            AND (OLD.release_awaited_since IS NULL OR NEW.reply_awaited_since <= OLD.release_awaited_since))))
    EXECUTE FUNCTION end_awaited_reply();
