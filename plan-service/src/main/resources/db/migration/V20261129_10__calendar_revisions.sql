-- Changes of the working calendar, which this service owns: proposed, counted by each service, then applied or withdrawn.
CREATE TABLE calendar_revision (
    id            uuid        NOT NULL,
    version       bigint      NOT NULL,
    revision      integer     NOT NULL,
    year          integer     NOT NULL,
    base_version  text        NOT NULL,
    table_version text        NOT NULL,
    body          jsonb       NOT NULL,
    state         text        NOT NULL,
    answer_by     timestamptz NOT NULL,
    proposed_at   timestamptz NOT NULL,
    proposed_by   text        NOT NULL,
    reason        text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    CONSTRAINT pk_calendar_revision PRIMARY KEY (id),
    CONSTRAINT uq_calendar_revision_revision UNIQUE (revision),
    CONSTRAINT ck_calendar_revision_state CHECK (state IN ('PROPOSED', 'APPLIED', 'WITHDRAWN'))
);
-- One at a time: what one would move depends on what another has changed.
CREATE UNIQUE INDEX uq_calendar_revision_proposed ON calendar_revision (state) WHERE state = 'PROPOSED';
COMMENT ON COLUMN calendar_revision.body IS 'The whole table as it would be, or has become.';
COMMENT ON COLUMN calendar_revision.reason IS 'Of the last step: why it was proposed, applied or withdrawn.';

-- What each service has counted.
CREATE TABLE calendar_revision_count (
    revision_id uuid        NOT NULL,
    service     text        NOT NULL,
    stage       text        NOT NULL,
    open        bigint      NOT NULL,
    later       bigint      NOT NULL,
    earlier     bigint      NOT NULL,
    settled     bigint      NOT NULL,
    counted_at  timestamptz NOT NULL,
    CONSTRAINT pk_calendar_revision_count PRIMARY KEY (revision_id, service, stage),
    CONSTRAINT fk_calendar_revision_count_revision FOREIGN KEY (revision_id) REFERENCES calendar_revision (id)
);

-- The days from which they have moved when the working days were last counted anew, for those who hold them.
ALTER TABLE milestone
    ADD COLUMN due_moved_from  date,
    ADD COLUMN work_moved_from date;
COMMENT ON COLUMN milestone.due_moved_from IS 'The due day before the working days were last counted anew, where it has moved then.';
COMMENT ON COLUMN milestone.work_moved_from IS 'The same of the last working day before it.';
