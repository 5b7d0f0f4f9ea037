-- The due moment beside its day, the states a case has been in, from which its pauses are counted, and the round that an answer or a
-- referral is of. What had its end before has neither moment nor spans: it was due at the end of its day, and is counted no more.
ALTER TABLE feedback
    ADD COLUMN due_at      timestamptz,
    ADD COLUMN state_spans text,
    ADD COLUMN round       integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT ck_feedback_round CHECK (round >= 1) NOT VALID,
    ADD CONSTRAINT ck_feedback_due_at CHECK (due_at > due_on::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
        AND due_at <= (due_on + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh') NOT VALID;
COMMENT ON COLUMN feedback.due_at IS 'The moment before which an answer is in time, on the day due_on; null stands for the end of that day.';
COMMENT ON COLUMN feedback.state_spans IS 'The states from the arrival to the end, oldest first, each with the moment from which it held.';
COMMENT ON COLUMN feedback.round IS 'From 1; one more each time it is opened again.';

ALTER TABLE feedback_answer
    ADD COLUMN round integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT ck_feedback_answer_round CHECK (round >= 1) NOT VALID;
ALTER TABLE feedback_referral
    ADD COLUMN round integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT ck_feedback_referral_round CHECK (round >= 1) NOT VALID;

CREATE FUNCTION state_span(state text, held_from timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT state || ' ' || to_char(held_from AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- A replica of the version before knows neither column: what it enters or changes gets them here. A later migration drops both
-- functions with their triggers. A case without spans that is still open gets them from the journal by the next migration.
CREATE FUNCTION keep_limit_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.state_spans := coalesce(NEW.state_spans, state_span('RECEIVED', NEW.received_at));
    ELSIF NEW.state <> OLD.state AND NEW.state_spans = OLD.state_spans AND OLD.ended_on IS NULL THEN
        NEW.state_spans := NEW.state_spans || ',' || state_span(NEW.state, NEW.changed_at);
    END IF;
    IF NEW.due_at IS NULL OR (TG_OP = 'UPDATE' AND NEW.due_on <> OLD.due_on AND NEW.due_at = OLD.due_at) THEN
        NEW.due_at := (NEW.due_on + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER tr_feedback_limit_clock_insert BEFORE INSERT ON feedback FOR EACH ROW
    WHEN (NEW.ended_on IS NULL AND (NEW.due_at IS NULL OR NEW.state_spans IS NULL)) EXECUTE FUNCTION keep_limit_clock();
CREATE TRIGGER tr_feedback_limit_clock_update BEFORE UPDATE ON feedback FOR EACH ROW
    WHEN ((NEW.state <> OLD.state AND NEW.state_spans = OLD.state_spans)
        OR (NEW.due_on <> OLD.due_on AND NEW.due_at IS NOT DISTINCT FROM OLD.due_at)) EXECUTE FUNCTION keep_limit_clock();
