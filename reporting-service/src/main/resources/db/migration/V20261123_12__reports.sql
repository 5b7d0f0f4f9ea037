CREATE TABLE report (
    id                         uuid        NOT NULL,
    version                    bigint      NOT NULL,
    authority_id               uuid        NOT NULL,
    milestone_id               uuid        NOT NULL,
    plan_id                    uuid        NOT NULL,
    year                       integer     NOT NULL,
    regime                     text        NOT NULL,
    period                     text        NOT NULL,
    period_from                date        NOT NULL,
    cut_off                    date        NOT NULL,
    due_on                     date        NOT NULL,
    work_on                    date        NOT NULL,
    state                      text        NOT NULL,
    edition                    integer     NOT NULL,
    sent_edition               integer,
    number                     integer,
    approved_on                date,
    first_sent_on              date,
    sent_on                    date,
    received_on                date,
    returned_on                date,
    return_reason              text,
    feedback_answered          bigint,
    feedback_answered_in_time  bigint,
    created_at                 timestamptz NOT NULL,
    changed_at                 timestamptz NOT NULL,
    CONSTRAINT pk_report PRIMARY KEY (id),
    CONSTRAINT uq_report_period UNIQUE (authority_id, regime, period),
    CONSTRAINT ck_report_state CHECK (state IN ('DRAFT', 'APPROVED', 'SENT', 'RECEIVED', 'RETURNED')),
    CONSTRAINT ck_report_edition CHECK (edition > 0),
    CONSTRAINT ck_report_number CHECK (state = 'DRAFT' OR (number > 0 AND approved_on IS NOT NULL)),
    CONSTRAINT ck_report_sent CHECK (state IN ('DRAFT', 'APPROVED') OR (sent_on IS NOT NULL AND sent_edition IS NOT NULL))
);
CREATE INDEX ix_report_milestone ON report (milestone_id);
CREATE INDEX ix_report_list ON report (authority_id, created_at, id);

-- Only what people have written; a section nobody has touched is proposed anew at each reading until it is frozen.
CREATE TABLE report_section (
    report_id  uuid        NOT NULL,
    code       text        NOT NULL,
    text       text        NOT NULL,
    proposal   text        NOT NULL,
    edited_by  text        NOT NULL,
    edited_at  timestamptz NOT NULL,
    CONSTRAINT pk_report_section PRIMARY KEY (report_id, code),
    CONSTRAINT fk_report_section_report FOREIGN KEY (report_id) REFERENCES report (id)
);
COMMENT ON COLUMN report_section.proposal IS 'What was proposed when the text was written: shows when the figures behind it have moved since.';

-- What was approved. Rows are only ever added.
CREATE TABLE report_edition (
    report_id   uuid        NOT NULL,
    edition     integer     NOT NULL,
    approved_at timestamptz NOT NULL,
    approved_on date        NOT NULL,
    approved_by text        NOT NULL,
    title       text        NOT NULL,
    sections    jsonb       NOT NULL,
    changes     jsonb       NOT NULL,
    html        text        NOT NULL,
    pdf         bytea       NOT NULL,
    pdf_sha256  text        NOT NULL,
    CONSTRAINT pk_report_edition PRIMARY KEY (report_id, edition),
    CONSTRAINT fk_report_edition_report FOREIGN KEY (report_id) REFERENCES report (id),
    CONSTRAINT ck_report_edition_pdf_sha256 CHECK (pdf_sha256 = encode(sha256(pdf), 'hex'))
);

CREATE TABLE report_figure (
    report_id   uuid    NOT NULL,
    edition     integer NOT NULL,
    position    integer NOT NULL,
    code        text    NOT NULL,
    label       text    NOT NULL,
    unit        text    NOT NULL,
    value       numeric,
    numerator   bigint,
    denominator bigint,
    sources     bigint  NOT NULL,
    CONSTRAINT pk_report_figure PRIMARY KEY (report_id, edition, position),
    CONSTRAINT uq_report_figure_code UNIQUE (report_id, edition, code),
    CONSTRAINT fk_report_figure_edition FOREIGN KEY (report_id, edition) REFERENCES report_edition (report_id, edition)
);

CREATE TABLE report_figure_source (
    report_id      uuid    NOT NULL,
    edition        integer NOT NULL,
    code           text    NOT NULL,
    position       integer NOT NULL,
    kind           text    NOT NULL,
    source_id      uuid    NOT NULL,
    source_version bigint  NOT NULL,
    CONSTRAINT pk_report_figure_source PRIMARY KEY (report_id, edition, code, position),
    CONSTRAINT fk_report_figure_source_figure FOREIGN KEY (report_id, edition, code) REFERENCES report_figure (report_id, edition, code)
);

-- Every change says who, when, why.
CREATE TABLE report_change (
    report_id  uuid        NOT NULL,
    version    bigint      NOT NULL,
    action     text        NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL,
    detail     text,
    CONSTRAINT pk_report_change PRIMARY KEY (report_id, version, action),
    CONSTRAINT fk_report_change_report FOREIGN KEY (report_id) REFERENCES report (id)
);

-- What was approved stays as it was, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER tr_report_edition_frozen BEFORE UPDATE OR DELETE ON report_edition FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_report_figure_frozen BEFORE UPDATE OR DELETE ON report_figure FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_report_figure_source_frozen BEFORE UPDATE OR DELETE ON report_figure_source FOR EACH ROW EXECUTE FUNCTION refuse_change();
