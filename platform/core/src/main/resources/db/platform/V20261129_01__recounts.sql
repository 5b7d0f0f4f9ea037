-- An administrator's tables go before those that come with the program, whatever day these were published on.
ALTER TABLE working_calendar
    ADD COLUMN revision integer NOT NULL DEFAULT 0,
    ADD COLUMN by_hand  boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN working_calendar.revision IS 'The revision of the calendar by which its owner has applied it, from 1; 0 for others.';
COMMENT ON COLUMN working_calendar.by_hand IS 'An administrator has written it into this database, before there were revisions.';
COMMENT ON TABLE working_calendar IS
    'Holidays and make-up workdays by year; in force is the last revision, else what was written by hand, else the program''s last.';
-- What was in force so far beside the program's only table came from an administrator, and stays in force.
UPDATE working_calendar SET by_hand = true
WHERE version = (SELECT version FROM working_calendar ORDER BY published_on DESC, version DESC LIMIT 1)
  AND version <> 'VN-2026.1';
CREATE UNIQUE INDEX uq_working_calendar_revision ON working_calendar (revision) WHERE revision > 0;

-- How far open due days have been counted anew with a table of working days.
CREATE TABLE recount (
    calendar_id        uuid        NOT NULL,
    stage              text        NOT NULL,
    version            text        NOT NULL,
    body               jsonb,
    not_before         timestamptz NOT NULL,
    after_authority_id uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    after_due_on       date        NOT NULL DEFAULT '0001-01-01',
    after_id           uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    open               bigint      NOT NULL DEFAULT 0,
    later              bigint      NOT NULL DEFAULT 0,
    earlier            bigint      NOT NULL DEFAULT 0,
    settled            bigint      NOT NULL DEFAULT 0,
    done               boolean     NOT NULL DEFAULT false,
    CONSTRAINT pk_recount PRIMARY KEY (calendar_id, stage),
    CONSTRAINT ck_recount_stage CHECK (stage IN ('PREVIEW', 'RECOUNT')),
    CONSTRAINT ck_recount_body CHECK (stage = 'RECOUNT' OR body IS NOT NULL)
);
COMMENT ON COLUMN recount.calendar_id IS 'The revision of the calendar; for a table that came with the program, derived from its version.';
COMMENT ON COLUMN recount.stage IS 'PREVIEW: what a proposed table would move, nothing is kept. RECOUNT: what the table in force has moved.';
COMMENT ON COLUMN recount.body IS 'The proposed table.';
COMMENT ON COLUMN recount.not_before IS 'By the clock of the database: then no replica counts with the table before any more.';
COMMENT ON COLUMN recount.after_id IS 'With the two columns before: the due day that was looked at last.';
