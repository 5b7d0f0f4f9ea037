-- The new day that the letter of apology of the present round promises. The limit is not moved by it. The version before knows neither.
ALTER TABLE feedback ADD COLUMN promised_on date;
COMMENT ON COLUMN feedback.promised_on IS 'Promised by the letter of apology of the present round; null while none is released. The due day stays.';

-- Letters of apology for late answers: one of each round. Name and address of the sender are not kept here: they are read when it is printed,
-- and end with the sender.
CREATE TABLE apology_letter (
    id               uuid        NOT NULL,
    version          integer     NOT NULL,
    feedback_id      uuid        NOT NULL,
    round            integer     NOT NULL,
    authority_id     uuid        NOT NULL,
    reason           text        NOT NULL,
    promised_on      date        NOT NULL,
    written_at       timestamptz NOT NULL,
    written_by       text        NOT NULL,
    written_by_name  text        NOT NULL,
    released_at      timestamptz,
    released_by      text,
    released_by_name text,
    document_number  text,
    signer_title     text,
    due_on           date,
    unit_id          uuid,
    CONSTRAINT pk_apology_letter PRIMARY KEY (id),
    CONSTRAINT fk_apology_letter_feedback FOREIGN KEY (feedback_id) REFERENCES feedback (id),
    CONSTRAINT uq_apology_letter_round UNIQUE (feedback_id, round),
    CONSTRAINT ck_apology_letter_reason CHECK (length(reason) >= 1 AND length(reason) <= 2000),
    CONSTRAINT ck_apology_letter_release CHECK (
        num_nonnulls(released_at, released_by, released_by_name, document_number, due_on) IN (0, 5)),
    CONSTRAINT ck_apology_letter_signer CHECK (signer_title IS NULL OR released_at IS NOT NULL),
    CONSTRAINT ck_apology_letter_unit CHECK (unit_id IS NULL OR released_at IS NOT NULL)
);
COMMENT ON COLUMN apology_letter.due_on IS 'The due day that was missed, as it was on release; so is the unit.';

-- A replica of the version before answers, ends or reopens a case without knowing of its letter.
CREATE FUNCTION delete_apology_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM apology_letter WHERE feedback_id = NEW.id AND released_at IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER tr_feedback_delete_apology_draft AFTER UPDATE ON feedback FOR EACH ROW
    WHEN (OLD.ended_on IS NULL AND NEW.ended_on IS NOT NULL)
    EXECUTE FUNCTION delete_apology_draft();
CREATE FUNCTION end_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.promised_on := NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER tr_feedback_end_promise BEFORE UPDATE ON feedback FOR EACH ROW
    WHEN (NEW.round <> OLD.round AND NEW.promised_on IS NOT NULL)
    EXECUTE FUNCTION end_promise();
