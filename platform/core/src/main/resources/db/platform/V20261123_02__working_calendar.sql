-- The table of working days is decided year by year, sometimes days before: dated data, not code.
-- The service adds the table it was shipped with when that version is absent; an administrator adds newer ones.
CREATE TABLE working_calendar (
    version      text        NOT NULL,
    published_on date        NOT NULL,
    body         jsonb       NOT NULL,
    entered_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_working_calendar PRIMARY KEY (version),
    CONSTRAINT ck_working_calendar_version CHECK (body ->> 'version' = version),
    CONSTRAINT ck_working_calendar_published_on CHECK (body ->> 'publishedOn' = to_char(published_on, 'YYYY-MM-DD'))
);

CREATE INDEX ix_working_calendar_published_on ON working_calendar (published_on, version);

COMMENT ON TABLE working_calendar IS 'Holidays and make-up workdays by year; the version published last is in force.';
