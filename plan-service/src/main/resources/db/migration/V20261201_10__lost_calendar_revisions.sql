-- Numbers of revisions that a restore has lost are not given again: due days elsewhere name tables by them.
CREATE TABLE lost_calendar_revision (
    revision      integer NOT NULL,
    table_version text    NOT NULL,
    epoch         integer NOT NULL,
    CONSTRAINT pk_lost_calendar_revision PRIMARY KEY (revision)
);
COMMENT ON COLUMN lost_calendar_revision.epoch IS 'The one that began without it.';
