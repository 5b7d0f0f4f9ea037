-- The thread between the sender of a feedback and the office. What was asked for as a supplement, and what was supplied, is in the
-- journal and shown among the messages. The version before writes none.
ALTER TABLE feedback ADD COLUMN reply_awaited_since timestamptz;
COMMENT ON COLUMN feedback.reply_awaited_since IS 'When the sender wrote the first message that the office has not replied to.';

-- Apart from the case, as the sender is: it can be erased while the case stays.
CREATE TABLE feedback_message (
    id              uuid        NOT NULL,
    feedback_id     uuid        NOT NULL,
    authority_id    uuid        NOT NULL,
    number          smallint    NOT NULL,
    origin          text        NOT NULL,
    text            text,
    written_at      timestamptz NOT NULL,
    written_by      text,
    written_by_name text,
    CONSTRAINT pk_feedback_message PRIMARY KEY (id),
    CONSTRAINT fk_feedback_message_feedback FOREIGN KEY (feedback_id) REFERENCES feedback (id),
    CONSTRAINT uq_feedback_message_number UNIQUE (feedback_id, number),
    CONSTRAINT ck_feedback_message_number CHECK (number >= 1),
    CONSTRAINT ck_feedback_message_origin CHECK (origin IN ('SENDER', 'OFFICE')),
    CONSTRAINT ck_feedback_message_text CHECK (length(text) >= 1 AND length(text) <= 2000)
);
COMMENT ON COLUMN feedback_message.number IS 'From 1 within the feedback, in the order in which they were written.';
COMMENT ON COLUMN feedback_message.text IS 'Null once erased.';
COMMENT ON COLUMN feedback_message.written_by IS 'Null for the sender, who has no account.';

-- A replica of the version before answers or ends a case without knowing of its messages. What is asked after the answer still waits.
CREATE FUNCTION end_awaited_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.reply_awaited_since := NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER tr_feedback_end_awaited_reply BEFORE UPDATE ON feedback FOR EACH ROW
    WHEN (NEW.reply_awaited_since IS NOT NULL AND (NEW.state IN ('REFUSED', 'REFERRED', 'CLOSED', 'WITHDRAWN')
        OR (NEW.state = 'ANSWERED' AND OLD.state <> 'ANSWERED')))
    EXECUTE FUNCTION end_awaited_reply();
