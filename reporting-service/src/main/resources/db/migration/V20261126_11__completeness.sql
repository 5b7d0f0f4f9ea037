-- A leader may approve figures whose sources are not complete, with a reason that stays with the edition.
ALTER TABLE report_edition
    ADD COLUMN incomplete_reason text,
    ADD COLUMN incomplete_sources jsonb,
    ADD COLUMN counted_from date,
    ADD CONSTRAINT ck_report_edition_incomplete CHECK (num_nulls(incomplete_reason, incomplete_sources) IN (0, 2));
COMMENT ON COLUMN report_edition.incomplete_reason IS 'Why it was approved although its sources were not complete; absent where they were.';
COMMENT ON COLUMN report_edition.incomplete_sources IS 'What was missing then.';
COMMENT ON COLUMN report_edition.counted_from IS 'The first day of which something told of feedback could count; absent where that was not kept.';

-- How far each aggregate that may be counted had been heard when an edition was approved: what is told of the days counted and
-- stands behind that is news.
CREATE TABLE report_edition_heard (
    report_id uuid    NOT NULL,
    edition   integer NOT NULL,
    kind      text    NOT NULL,
    id        uuid    NOT NULL,
    epoch     integer NOT NULL,
    sequence  bigint  NOT NULL,
    CONSTRAINT pk_report_edition_heard PRIMARY KEY (report_id, edition, kind, id),
    CONSTRAINT fk_report_edition_heard_edition FOREIGN KEY (report_id, edition) REFERENCES report_edition (report_id, edition)
);
INSERT INTO report_edition_heard (report_id, edition, kind, id, epoch, sequence)
SELECT e.report_id, e.edition, f.kind, f.id, 0, max(f.version)
FROM report_edition e
JOIN report r ON r.id = e.report_id
JOIN fact f ON f.plan_id = r.plan_id OR (f.kind = 'plan' AND f.id = r.plan_id)
            OR (f.kind = 'feedback' AND f.authority_id = r.authority_id)
GROUP BY e.report_id, e.edition, f.kind, f.id;

-- The edition stays as it is whatever is heard afterwards.
CREATE TABLE report_late_event (
    report_id uuid        NOT NULL,
    edition   integer     NOT NULL,
    kind      text        NOT NULL,
    id        uuid        NOT NULL,
    epoch     integer     NOT NULL,
    sequence  bigint      NOT NULL,
    heard_at  timestamptz NOT NULL,
    CONSTRAINT pk_report_late_event PRIMARY KEY (report_id, edition, kind, id, epoch, sequence),
    CONSTRAINT fk_report_late_event_edition FOREIGN KEY (report_id, edition) REFERENCES report_edition (report_id, edition)
);
COMMENT ON TABLE report_late_event IS 'What was heard of the days counted after an edition had been approved without it.';
