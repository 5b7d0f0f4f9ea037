-- Reminders and escalation: ladders of steps as data, which step was decided for which due day, and when a case is looked at next.
CREATE TABLE reminder_ladder (
    id           uuid NOT NULL,
    authority_id uuid,
    valid_from   date NOT NULL,
    valid_to     date,
    CONSTRAINT pk_reminder_ladder PRIMARY KEY (id),
    CONSTRAINT uq_reminder_ladder_authority_valid_from UNIQUE NULLS NOT DISTINCT (authority_id, valid_from),
    CONSTRAINT ck_reminder_ladder_validity CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
COMMENT ON TABLE reminder_ladder IS 'A case keeps the ladder of its day of arrival; that of its authority precedes that of the country.';
COMMENT ON COLUMN reminder_ladder.authority_id IS 'Null: the whole country.';

CREATE TABLE reminder_step (
    ladder_id    uuid    NOT NULL,
    step         text    NOT NULL,
    working_days integer NOT NULL,
    recipient    text    NOT NULL,
    CONSTRAINT pk_reminder_step PRIMARY KEY (ladder_id, step),
    CONSTRAINT fk_reminder_step_ladder FOREIGN KEY (ladder_id) REFERENCES reminder_ladder (id),
    CONSTRAINT uq_reminder_step_days UNIQUE (ladder_id, recipient, working_days),
    CONSTRAINT ck_reminder_step_name CHECK (step ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    CONSTRAINT ck_reminder_step_days CHECK (working_days >= -60 AND working_days <= 250),
    CONSTRAINT ck_reminder_step_recipient CHECK (recipient IN ('OFFICER_UNIT', 'HEAD_OF_UNIT', 'LEADER', 'SUPERIOR'))
);
COMMENT ON COLUMN reminder_step.working_days IS 'From the due day; negative: before it.';

INSERT INTO reminder_ladder VALUES ('01900000-0000-7000-8000-000000000101', NULL, '2000-01-01', NULL);
INSERT INTO reminder_step VALUES
    ('01900000-0000-7000-8000-000000000101', 'DUE_IN_3_DAYS', -3, 'OFFICER_UNIT'),
    ('01900000-0000-7000-8000-000000000101', 'DUE_IN_1_DAY', -1, 'OFFICER_UNIT'),
    ('01900000-0000-7000-8000-000000000101', 'OVERDUE', 1, 'OFFICER_UNIT'),
    ('01900000-0000-7000-8000-000000000101', 'ESCALATED_TO_HEAD_OF_UNIT', 2, 'HEAD_OF_UNIT'),
    ('01900000-0000-7000-8000-000000000101', 'ESCALATED_TO_LEADER', 3, 'LEADER'),
    ('01900000-0000-7000-8000-000000000101', 'ESCALATED_TO_SUPERIOR', 5, 'SUPERIOR');

CREATE TABLE reminder (
    feedback_id     uuid        NOT NULL,
    due_on          date        NOT NULL,
    step            text        NOT NULL,
    authority_id    uuid        NOT NULL,
    to_authority_id uuid,
    recipient       text        NOT NULL,
    working_days    integer     NOT NULL,
    decided_at      timestamptz NOT NULL,
    open            boolean     NOT NULL,
    CONSTRAINT pk_reminder PRIMARY KEY (feedback_id, due_on, step),
    CONSTRAINT fk_reminder_feedback FOREIGN KEY (feedback_id) REFERENCES feedback (id),
    CONSTRAINT ck_reminder_recipient CHECK (recipient IN ('OFFICER_UNIT', 'HEAD_OF_UNIT', 'LEADER', 'SUPERIOR'))
);
COMMENT ON TABLE reminder IS 'Decided once for each step and due day: that is the key.';
COMMENT ON COLUMN reminder.due_on IS 'The due day at that time; one that has moved is reminded of anew.';
COMMENT ON COLUMN reminder.to_authority_id IS 'The authority of the case; of SUPERIOR that above it, null where there is none.';
COMMENT ON COLUMN reminder.open IS 'The last step of its recipient, while the case awaits its answer on this due day.';
CREATE UNIQUE INDEX uq_reminder_open ON reminder (feedback_id, recipient) WHERE open;
CREATE INDEX ix_reminder_open ON reminder (to_authority_id, due_on, feedback_id, recipient) WHERE open;

-- One row for each open case, so that a sweep reads those whose step is due, and no others.
CREATE TABLE reminder_watch (
    feedback_id uuid NOT NULL,
    look_on     date NOT NULL,
    CONSTRAINT pk_reminder_watch PRIMARY KEY (feedback_id)
);
COMMENT ON COLUMN reminder_watch.look_on IS 'When the next step is due; -infinity: at once, infinity: not before the case changes.';
CREATE INDEX ix_reminder_watch_look_on ON reminder_watch (look_on, feedback_id);

-- The table of working days by which look_on was counted, and how far another one has been told to the rows.
CREATE TABLE reminder_calendar (
    one_row      boolean NOT NULL DEFAULT true,
    version      text    NOT NULL,
    looked_up_to uuid,
    CONSTRAINT pk_reminder_calendar PRIMARY KEY (one_row),
    CONSTRAINT ck_reminder_calendar_one_row CHECK (one_row)
);
COMMENT ON COLUMN reminder_calendar.looked_up_to IS 'The last case that is looked at again; null once all are.';
INSERT INTO reminder_calendar (version) VALUES ('');

-- Whoever enters, changes or ends a case, also a replica of the version before, has it looked at again, and ends the reminders of a due
-- day that holds no more. A case that waits for its sender is reminded of again once it goes on.
CREATE FUNCTION watch_due_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- First, as a sweep does: it holds this row while it writes reminders.
    IF NEW.ended_on IS NULL THEN
        INSERT INTO reminder_watch VALUES (NEW.id, '-infinity')
        ON CONFLICT (feedback_id) DO UPDATE SET look_on = excluded.look_on;
    ELSE
        DELETE FROM reminder_watch WHERE feedback_id = NEW.id;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        UPDATE reminder SET open = false WHERE feedback_id = NEW.id AND open;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER tr_feedback_watch_insert AFTER INSERT ON feedback FOR EACH ROW
    WHEN (NEW.ended_on IS NULL) EXECUTE FUNCTION watch_due_day();
CREATE TRIGGER tr_feedback_watch_update AFTER UPDATE ON feedback FOR EACH ROW
    WHEN ((NEW.ended_on IS NULL) <> (OLD.ended_on IS NULL)
        OR (NEW.ended_on IS NULL
            AND (NEW.due_on <> OLD.due_on OR NEW.paused_since IS DISTINCT FROM OLD.paused_since)))
    EXECUTE FUNCTION watch_due_day();
INSERT INTO reminder_watch SELECT id, '-infinity' FROM feedback WHERE ended_on IS NULL;
