-- An event says at which position of its service's journal it stands. A service that was restored from a backup begins a new epoch
-- and says up to which position the old one holds: what is behind that happened on a time line that is lost.
ALTER TABLE heard ADD COLUMN position bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN heard.position IS 'In the journal of the service that tells it; 0 where that was not told.';
CREATE INDEX ix_heard_position ON heard (kind, position) WHERE position > 0;

CREATE TABLE heard_epoch (
    topic      text        NOT NULL,
    epoch      integer     NOT NULL,
    void_after bigint      NOT NULL,
    heard_at   timestamptz NOT NULL,
    CONSTRAINT pk_heard_epoch PRIMARY KEY (topic, epoch),
    CONSTRAINT ck_heard_epoch_epoch CHECK (epoch > 1)
);
COMMENT ON COLUMN heard_epoch.void_after IS 'Events of older epochs behind this position are void.';

-- What was heard of time lines that are lost, for whoever asks what a restore has cost.
CREATE TABLE heard_void (
    kind         text        NOT NULL,
    id           uuid        NOT NULL,
    epoch        integer     NOT NULL,
    sequence     bigint      NOT NULL,
    position     bigint      NOT NULL,
    type         text        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    heard_at     timestamptz NOT NULL,
    authority_id uuid        NOT NULL,
    state        jsonb       NOT NULL,
    void_since   integer     NOT NULL,
    CONSTRAINT pk_heard_void PRIMARY KEY (kind, id, epoch, sequence)
);
COMMENT ON COLUMN heard_void.void_since IS 'The epoch that has made it void.';
