-- A document as it came, with what was found in it, until it is issued as a plan.
CREATE TABLE plan_import (
    id              uuid        NOT NULL,
    version         bigint      NOT NULL,
    authority_id    uuid        NOT NULL,
    number          text        NOT NULL,
    year            integer     NOT NULL,
    state           text        NOT NULL,
    document        jsonb       NOT NULL,
    reading         jsonb       NOT NULL,
    imported_at     timestamptz NOT NULL,
    imported_by     text        NOT NULL,
    imported_by_name text       NOT NULL,
    plan_id         uuid,
    CONSTRAINT pk_plan_import PRIMARY KEY (id),
    CONSTRAINT fk_plan_import_authority_id FOREIGN KEY (authority_id) REFERENCES authority (id),
    CONSTRAINT ck_plan_import_state CHECK (state IN ('DRAFT', 'ISSUED', 'DISCARDED')),
    CONSTRAINT ck_plan_import_plan_id CHECK ((state = 'ISSUED') = (plan_id IS NOT NULL))
);
-- One number, one plan: also among drafts.
CREATE UNIQUE INDEX uq_plan_import_number ON plan_import (authority_id, year, number) WHERE state <> 'DISCARDED';

CREATE TABLE plan (
    id             uuid        NOT NULL,
    version        bigint      NOT NULL,
    authority_id   uuid        NOT NULL,
    import_id      uuid        NOT NULL,
    number         text        NOT NULL,
    year           integer     NOT NULL,
    title          text        NOT NULL,
    issuer         text        NOT NULL,
    place          text,
    signed_on      date        NOT NULL,
    stated_total   bigint,
    objectives     text[]      NOT NULL,
    requirements   text[]      NOT NULL,
    recipients     text[]      NOT NULL,
    areas          jsonb       NOT NULL,
    arrangements   jsonb       NOT NULL,
    progress_periods text[]    NOT NULL,
    state          text        NOT NULL,
    issued_on      date        NOT NULL,
    issued_at      timestamptz NOT NULL,
    issued_by      text        NOT NULL,
    issued_by_name text        NOT NULL,
    CONSTRAINT pk_plan PRIMARY KEY (id),
    CONSTRAINT uq_plan_number UNIQUE (authority_id, year, number),
    CONSTRAINT uq_plan_import_id UNIQUE (import_id),
    CONSTRAINT fk_plan_authority_id FOREIGN KEY (authority_id) REFERENCES authority (id),
    CONSTRAINT fk_plan_import_id FOREIGN KEY (import_id) REFERENCES plan_import (id),
    CONSTRAINT ck_plan_state CHECK (state = 'ISSUED'),
    CONSTRAINT ck_plan_stated_total CHECK (stated_total >= 0)
);
CREATE INDEX ix_plan_year ON plan (year, id);
CREATE INDEX ix_plan_authority_id ON plan (authority_id, year, id);
COMMENT ON COLUMN plan.progress_periods IS 'Periods in which a continuous task owes a progress entry';

CREATE TABLE plan_finding (
    plan_id  uuid      NOT NULL,
    position integer   NOT NULL,
    code     text      NOT NULL,
    rows     integer[] NOT NULL,
    text_vi  text      NOT NULL,
    text_en  text      NOT NULL,
    figures  jsonb     NOT NULL,
    CONSTRAINT pk_plan_finding PRIMARY KEY (plan_id, position),
    CONSTRAINT fk_plan_finding_plan_id FOREIGN KEY (plan_id) REFERENCES plan (id)
);
COMMENT ON COLUMN plan_finding.rows IS 'Order (seq) of the annex rows concerned';

CREATE TABLE task (
    id               uuid    NOT NULL,
    version          bigint  NOT NULL,
    plan_id          uuid    NOT NULL,
    authority_id     uuid    NOT NULL,
    year             integer NOT NULL,
    parent_id        uuid,
    seq              integer NOT NULL,
    level            integer NOT NULL,
    heading          boolean NOT NULL,
    printed_code     text,
    code             text,
    title            text    NOT NULL,
    area_number      integer,
    lead_text        text,
    lead_unit_id     uuid,
    leads            jsonb   NOT NULL,
    coordinating     jsonb   NOT NULL,
    products         text[]  NOT NULL,
    timing_text      text,
    rule_kinds       text[]  NOT NULL,
    stated_amount    bigint,
    progress_periods text[]  NOT NULL,
    CONSTRAINT pk_task PRIMARY KEY (id),
    CONSTRAINT uq_task_seq UNIQUE (plan_id, seq),
    CONSTRAINT fk_task_plan_id FOREIGN KEY (plan_id) REFERENCES plan (id),
    CONSTRAINT fk_task_parent_id FOREIGN KEY (parent_id) REFERENCES task (id),
    CONSTRAINT fk_task_lead_unit_id FOREIGN KEY (lead_unit_id) REFERENCES unit (id),
    CONSTRAINT ck_task_parent_id CHECK (parent_id <> id),
    CONSTRAINT ck_task_level CHECK ((level = 1) = (parent_id IS NULL)),
    CONSTRAINT ck_task_stated_amount CHECK (stated_amount >= 0),
    CONSTRAINT ck_task_heading CHECK (NOT heading OR (lead_text IS NULL AND timing_text IS NULL))
);
COMMENT ON COLUMN task.seq IS 'Printed order; the printed code is not a key';
COMMENT ON COLUMN task.stated_amount IS 'Whole dong, as printed';

CREATE TABLE task_rule (
    id            uuid    NOT NULL,
    task_id       uuid    NOT NULL,
    plan_id       uuid    NOT NULL,
    authority_id  uuid    NOT NULL,
    year          integer NOT NULL,
    position      integer NOT NULL,
    kind          text    NOT NULL,
    label         text    NOT NULL,
    event         text,
    waits_for     text,
    offset_amount integer,
    offset_unit   text,
    CONSTRAINT pk_task_rule PRIMARY KEY (id),
    CONSTRAINT uq_task_rule_position UNIQUE (task_id, position),
    CONSTRAINT fk_task_rule_task_id FOREIGN KEY (task_id) REFERENCES task (id),
    CONSTRAINT ck_task_rule_kind CHECK (kind IN ('FIXED', 'RECURRING', 'REPORT_SCHEDULE', 'CONTINUOUS', 'ON_REQUEST',
                                                 'ON_EVENT', 'BY_OTHER_PLAN', 'UNREAD')),
    CONSTRAINT ck_task_rule_event CHECK ((kind = 'ON_EVENT') = (event IS NOT NULL)),
    CONSTRAINT ck_task_rule_offset CHECK ((offset_amount IS NULL) = (offset_unit IS NULL)
                                          AND (offset_amount IS NULL OR kind = 'ON_EVENT'))
);
-- Which rules a citizen's feedback arms.
CREATE INDEX ix_task_rule_event ON task_rule (authority_id, year, event) WHERE offset_amount IS NOT NULL;

CREATE TABLE progress_entry (
    id              uuid        NOT NULL,
    task_id         uuid        NOT NULL,
    plan_id         uuid        NOT NULL,
    authority_id    uuid        NOT NULL,
    period          text        NOT NULL,
    note            text        NOT NULL,
    entered_on      date        NOT NULL,
    entered_at      timestamptz NOT NULL,
    entered_by      text        NOT NULL,
    entered_by_name text        NOT NULL,
    CONSTRAINT pk_progress_entry PRIMARY KEY (id),
    CONSTRAINT fk_progress_entry_task_id FOREIGN KEY (task_id) REFERENCES task (id)
);
CREATE INDEX ix_progress_entry_plan_id ON progress_entry (plan_id, task_id);
CREATE INDEX ix_progress_entry_task_id ON progress_entry (task_id, id);
