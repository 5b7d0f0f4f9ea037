-- Events to be sent. Columns as Debezium's EventRouter expects them, so that change data capture can replace the relay.
-- A row is deleted when the broker has acknowledged it: the topic, which is kept for ever, is the archive.
CREATE TABLE outbox (
    position      bigint GENERATED ALWAYS AS IDENTITY,
    id            uuid        NOT NULL,
    aggregatetype text        NOT NULL,
    aggregateid   uuid        NOT NULL,
    type          text        NOT NULL,
    occurred_at   timestamptz NOT NULL,
    payload       text        NOT NULL,
    CONSTRAINT pk_outbox PRIMARY KEY (position)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- Answers of requests with an Idempotency-Key; kept for some days, then purged by age.
CREATE TABLE idempotency_key (
    caller       text        NOT NULL,
    key          text        NOT NULL,
    request_hash bytea       NOT NULL,
    status       integer,
    body         text,
    etag         text,
    location     text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_idempotency_key PRIMARY KEY (caller, key)
);
CREATE INDEX ix_idempotency_key_created_at ON idempotency_key (created_at);

-- Last number given in a book (register, reports) of an authority in a year. A row, not a sequence: a rollback leaves no gap.
CREATE TABLE gapless_number (
    authority_id uuid    NOT NULL,
    year         integer NOT NULL,
    book         text    NOT NULL,
    last         integer NOT NULL,
    CONSTRAINT pk_gapless_number PRIMARY KEY (authority_id, year, book),
    CONSTRAINT ck_gapless_number_last CHECK (last > 0)
);

-- Business time minus system time; the table is empty except where the training clock was used.
CREATE TABLE training_clock (
    one_row       boolean NOT NULL DEFAULT true,
    offset_millis bigint  NOT NULL,
    CONSTRAINT pk_training_clock PRIMARY KEY (one_row),
    CONSTRAINT ck_training_clock_one_row CHECK (one_row)
);
