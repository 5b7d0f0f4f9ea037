-- The history of what this service owns: each change of each aggregate once, with the state that came of it. The events, the
-- changes of a case and the state as of a past day are all read from it.
CREATE TABLE journal (
    position      bigint      GENERATED ALWAYS AS IDENTITY,
    kind          text        NOT NULL,
    id            uuid        NOT NULL,
    epoch         integer     NOT NULL,
    sequence      bigint      NOT NULL,
    type          text        NOT NULL,
    occurred_at   timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL,
    authority_id  uuid        NOT NULL,
    state         json        NOT NULL,
    detail        jsonb,
    actor         text,
    actor_name    text,
    reason        text,
    reconstructed boolean     NOT NULL DEFAULT false,
    CONSTRAINT pk_journal PRIMARY KEY (kind, id, epoch, sequence),
    CONSTRAINT uq_journal_position UNIQUE (position),
    CONSTRAINT ck_journal_sequence CHECK (sequence > 0),
    CONSTRAINT ck_journal_epoch CHECK (epoch > 0 OR reconstructed),
    CONSTRAINT ck_journal_recorded_at CHECK (recorded_at >= occurred_at)
);
COMMENT ON COLUMN journal.epoch IS 'The time line: 0 before there was a journal, 1 and more after each restore of the database.';
COMMENT ON COLUMN journal.sequence IS 'Contiguous for each aggregate and epoch, so that a gap is a missing event.';
COMMENT ON COLUMN journal.occurred_at IS 'Business time of the change; where it follows from another service''s fact, that of the fact.';
COMMENT ON COLUMN journal.recorded_at IS 'Business time at which this service knew.';
COMMENT ON COLUMN journal.state IS 'The public state after the change, as the event carries it. No personal data.';
COMMENT ON COLUMN journal.detail IS 'What stays inside this service. Personal data in it can be erased.';
COMMENT ON COLUMN journal.reconstructed IS 'Carried over from the tables that kept history before the journal; its state is not whole.';

-- Positions of the journal that the broker has not acknowledged yet: written with them, deleted on the acknowledgement.
-- (The table outbox belongs to the version before; what it left there is still sent, and nothing is written to it any more.)
CREATE TABLE journal_outbox (
    position   bigint NOT NULL,
    last_error text,
    CONSTRAINT pk_journal_outbox PRIMARY KEY (position)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
CREATE INDEX ix_journal_outbox_refused ON journal_outbox (position) WHERE last_error IS NOT NULL;
COMMENT ON COLUMN journal_outbox.last_error IS 'Why the broker refuses it for good; it waits for an operator, the others go on.';

-- Where the time line of this service stands.
CREATE TABLE time_line (
    one_row    boolean NOT NULL DEFAULT true,
    epoch      integer NOT NULL,
    marked_day date,
    CONSTRAINT pk_time_line PRIMARY KEY (one_row),
    CONSTRAINT ck_time_line_one_row CHECK (one_row)
);
COMMENT ON COLUMN time_line.marked_day IS 'The last business day marked as complete: nothing of it or before it can be recorded any more.';
INSERT INTO time_line (epoch) VALUES (1);

-- The epoch to write in. It shares a lock on the day until the transaction ends; whoever marks the day takes that lock
-- exclusively, so no change of the day is under way when it is marked. Being volatile, it reads what was committed after the
-- lock was had, not the snapshot of the statement that calls it. Days that are sixteen apart share a lock.
CREATE FUNCTION open_time_line(day date) RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    line time_line%ROWTYPE;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(1668441443, (day - DATE '2000-01-01') & 15);
    SELECT * INTO line FROM time_line;
    IF day <= line.marked_day THEN
        RAISE EXCEPTION 'The business day % is marked as complete', day USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN line.epoch;
END
$$;

-- The right to send what this service has to tell: one replica has it at a time, until it lets it expire.
CREATE TABLE lease (
    name       text        NOT NULL,
    owner      uuid        NOT NULL,
    fence      bigint      NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT pk_lease PRIMARY KEY (name)
);
COMMENT ON COLUMN lease.fence IS 'Grows with each new owner: who holds an older one has lost the lease.';

-- What other services told, each event once, in the order of their sequences without a gap.
CREATE TABLE heard (
    kind         text        NOT NULL,
    id           uuid        NOT NULL,
    epoch        integer     NOT NULL,
    sequence     bigint      NOT NULL,
    type         text        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    heard_at     timestamptz NOT NULL,
    authority_id uuid        NOT NULL,
    state        jsonb       NOT NULL,
    CONSTRAINT pk_heard PRIMARY KEY (kind, id, epoch, sequence)
);
CREATE INDEX ix_heard_authority_id ON heard (authority_id, kind, occurred_at);
COMMENT ON COLUMN heard.epoch IS '0 for events from before their service had a journal: their version is their sequence, and may leave gaps.';
COMMENT ON COLUMN heard.recorded_at IS 'Business time at which the service that tells it knew.';
COMMENT ON COLUMN heard.heard_at IS 'Business time at which this service knew.';

-- Events that an operator has decided to do without.
CREATE TABLE heard_without (
    kind     text        NOT NULL,
    id       uuid        NOT NULL,
    epoch    integer     NOT NULL,
    sequence bigint      NOT NULL,
    CONSTRAINT pk_heard_without PRIMARY KEY (kind, id, epoch, sequence)
);

-- How far each partition has been heard: moved in the transaction of the effects.
CREATE TABLE heard_to (
    topic       text    NOT NULL,
    topic_id    text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    marked_day  date,
    withheld    uuid[]  NOT NULL DEFAULT '{}',
    CONSTRAINT pk_heard_to PRIMARY KEY (topic, partition)
);
COMMENT ON COLUMN heard_to.topic_id IS 'The broker''s id of the topic: a topic made anew is heard from its beginning.';
COMMENT ON COLUMN heard_to.marked_day IS 'All events of this day and of those before it have come.';
COMMENT ON COLUMN heard_to.withheld IS 'Authorities of which the service that marked the day misses something itself.';

-- Records that could not be processed, or wait for an event that they stand upon; kept until they could, or until an operator
-- does without.
CREATE TABLE dead_letter (
    id           uuid        NOT NULL,
    topic        text        NOT NULL,
    topic_id     text        NOT NULL,
    partition    integer     NOT NULL,
    record_offset bigint     NOT NULL,
    key          text,
    headers      jsonb       NOT NULL,
    record       bytea,
    cause        text        NOT NULL,
    kind         text,
    aggregate_id uuid,
    epoch        integer,
    sequence     bigint,
    authority_id uuid,
    state        text        NOT NULL,
    attempts     integer     NOT NULL,
    died_at      timestamptz NOT NULL,
    tried_at     timestamptz NOT NULL,
    settled_by   text,
    reason       text,
    CONSTRAINT pk_dead_letter PRIMARY KEY (id),
    CONSTRAINT uq_dead_letter_record UNIQUE (topic_id, partition, record_offset),
    CONSTRAINT ck_dead_letter_state CHECK (state IN ('OPEN', 'WAITING', 'PROCESSED', 'SET_ASIDE')),
    CONSTRAINT ck_dead_letter_reason CHECK (state <> 'SET_ASIDE' OR reason IS NOT NULL),
    CONSTRAINT ck_dead_letter_waiting CHECK (state <> 'WAITING' OR (aggregate_id IS NOT NULL AND sequence IS NOT NULL))
);
CREATE INDEX ix_dead_letter_open ON dead_letter (id) WHERE state IN ('OPEN', 'WAITING');
CREATE INDEX ix_dead_letter_aggregate_id ON dead_letter (aggregate_id, sequence) WHERE state IN ('OPEN', 'WAITING');
COMMENT ON COLUMN dead_letter.state IS 'OPEN: it failed. WAITING: an event before it is missing.';
COMMENT ON COLUMN dead_letter.authority_id IS 'Whom it concerns; absent where that could not be read: then it may concern anybody.';

-- What must happen once at a time.
CREATE TABLE timer (
    kind    text        NOT NULL,
    id      uuid        NOT NULL,
    step    text        NOT NULL,
    basis   text        NOT NULL,
    due_at  timestamptz NOT NULL,
    retry_at timestamptz,
    done_at timestamptz,
    CONSTRAINT pk_timer PRIMARY KEY (kind, id, step, basis)
);
CREATE INDEX ix_timer_due ON timer (coalesce(retry_at, due_at)) WHERE done_at IS NULL;
COMMENT ON COLUMN timer.step IS 'What is to be done for the aggregate, e.g. which reminder.';
COMMENT ON COLUMN timer.basis IS 'What the time was counted from: with another basis it is another timer.';
COMMENT ON COLUMN timer.due_at IS 'Business time.';
COMMENT ON COLUMN timer.retry_at IS 'When it is tried again, after it failed or was too early.';

-- An operator's order to send the past of a kind of aggregates once more.
CREATE TABLE republication (
    id         uuid        NOT NULL,
    kind       text        NOT NULL,
    from_day   date,
    next       bigint      NOT NULL,
    last       bigint      NOT NULL,
    sent       bigint      NOT NULL,
    total      bigint      NOT NULL,
    ordered_by text        NOT NULL,
    ordered_at timestamptz NOT NULL,
    done_at    timestamptz,
    CONSTRAINT pk_republication PRIMARY KEY (id)
);
CREATE INDEX ix_republication_open ON republication (id) WHERE done_at IS NULL;
COMMENT ON COLUMN republication.next IS 'The position of the journal to go on with.';
COMMENT ON COLUMN republication.last IS 'The last position there was when it was ordered.';
