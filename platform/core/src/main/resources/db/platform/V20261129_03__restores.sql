-- A database that was restored from a backup does not have all that its service has already sent. The service notices it on its
-- topics; from then on it records nothing until an operator raises the epoch.
ALTER TABLE time_line
    ADD COLUMN lost_since timestamptz,
    ADD COLUMN void_after bigint,
    ADD COLUMN collected  boolean NOT NULL DEFAULT false,
    ADD COLUMN told_epoch    integer,
    ADD COLUMN told_position bigint;
COMMENT ON COLUMN time_line.lost_since IS 'When it was noticed that the topics hold what the journal lacks; null while they do not.';
COMMENT ON COLUMN time_line.void_after IS 'Up to which position what was sent is in the journal.';
COMMENT ON COLUMN time_line.told_epoch IS 'The highest epoch that the topics tell of.';
COMMENT ON COLUMN time_line.told_position IS 'The highest position that they tell of: the journal goes on behind it, so that no position is given twice.';
COMMENT ON COLUMN time_line.collected IS 'Whether all that is lost stands in lost_change.';

-- What the topics hold and the journal lacks: the public state that was told of each change.
CREATE TABLE lost_change (
    kind         text        NOT NULL,
    id           uuid        NOT NULL,
    epoch        integer     NOT NULL,
    sequence     bigint      NOT NULL,
    position     bigint      NOT NULL,
    type         text        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    authority_id uuid        NOT NULL,
    state        jsonb       NOT NULL,
    raised_by    integer,
    CONSTRAINT pk_lost_change PRIMARY KEY (kind, id, epoch, sequence)
);
CREATE INDEX ix_lost_change_raised_by ON lost_change (raised_by, position);
COMMENT ON COLUMN lost_change.raised_by IS 'The epoch that has made it void; null while the operator has not decided.';

-- The epochs, and why they began.
CREATE TABLE epoch (
    epoch      integer     NOT NULL,
    void_after bigint      NOT NULL,
    changes    bigint      NOT NULL,
    aggregates bigint      NOT NULL,
    raised_at  timestamptz NOT NULL,
    raised_by  text        NOT NULL,
    reason     text        NOT NULL,
    CONSTRAINT pk_epoch PRIMARY KEY (epoch)
);

-- Numbers of a book that were given on a time line that is lost. They are not given again.
CREATE TABLE lost_number (
    authority_id uuid    NOT NULL,
    year         integer NOT NULL,
    book         text    NOT NULL,
    number       integer NOT NULL,
    aggregate_id uuid    NOT NULL,
    state        jsonb   NOT NULL,
    epoch        integer NOT NULL,
    CONSTRAINT pk_lost_number PRIMARY KEY (authority_id, year, book, number)
);
COMMENT ON COLUMN lost_number.state IS 'What was told of the aggregate last: its public state.';
COMMENT ON COLUMN lost_number.epoch IS 'The one that began without it.';

CREATE OR REPLACE FUNCTION open_time_line(day date) RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    line time_line%ROWTYPE;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(1668441443, (day - DATE '2000-01-01') & 15);
    SELECT * INTO line FROM time_line;
    IF line.lost_since IS NOT NULL THEN
        RAISE EXCEPTION 'The journal lacks what was sent; the epoch has to be raised' USING ERRCODE = 'CC001';
    END IF;
    IF day <= line.marked_day THEN
        RAISE EXCEPTION 'The business day % is marked as complete', day USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN line.epoch;
END
$$;
