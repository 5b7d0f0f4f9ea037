CREATE TABLE milestone (
    id              uuid        NOT NULL,
    version         bigint      NOT NULL,
    plan_id         uuid        NOT NULL,
    authority_id    uuid        NOT NULL,
    task_id         uuid        NOT NULL,
    rule_id         uuid        NOT NULL,
    unit_id         uuid,
    year            integer     NOT NULL,
    rule_kind       text        NOT NULL,
    occurrence      text        NOT NULL,
    label           text        NOT NULL,
    state           text        NOT NULL,
    due_on          date,
    work_on         date,
    due_sort        date        NOT NULL GENERATED ALWAYS AS (coalesce(due_on, DATE '9999-12-31')) STORED,
    basis_kind      text,
    basis_day       date,
    basis_inclusive boolean,
    basis_amount    integer,
    basis_unit      text,
    submitted_on    date,
    accepted_on     date,
    reason          text,
    fact_kind       text,
    fact_id         uuid,
    fact_version    bigint,
    fact_state      text,
    changed_at      timestamptz NOT NULL,
    CONSTRAINT pk_milestone PRIMARY KEY (id),
    -- A rule stays a rule; creating an occurrence twice makes one.
    CONSTRAINT uq_milestone_occurrence UNIQUE (rule_id, occurrence),
    CONSTRAINT fk_milestone_plan_id FOREIGN KEY (plan_id) REFERENCES plan (id),
    CONSTRAINT fk_milestone_task_id FOREIGN KEY (task_id) REFERENCES task (id),
    CONSTRAINT fk_milestone_rule_id FOREIGN KEY (rule_id) REFERENCES task_rule (id),
    CONSTRAINT ck_milestone_state CHECK (state IN ('UNARMED', 'OPEN', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'WAIVED')),
    CONSTRAINT ck_milestone_due CHECK ((due_on IS NULL) = (work_on IS NULL) AND (due_on IS NULL) = (basis_kind IS NULL)),
    CONSTRAINT ck_milestone_dated CHECK (due_on IS NOT NULL OR state IN ('UNARMED', 'WAIVED')),
    CONSTRAINT ck_milestone_reason CHECK (state NOT IN ('RETURNED', 'WAIVED') OR reason IS NOT NULL),
    CONSTRAINT ck_milestone_accepted_on CHECK ((state = 'ACCEPTED') = (accepted_on IS NOT NULL)),
    CONSTRAINT ck_milestone_fact CHECK ((fact_kind IS NULL) = (fact_id IS NULL) AND (fact_kind IS NULL) = (fact_version IS NULL))
);
-- Lists go by due day; what has none comes last.
CREATE INDEX ix_milestone_authority_id ON milestone (authority_id, due_sort, id);
CREATE INDEX ix_milestone_plan_id ON milestone (plan_id, due_sort, id);
CREATE INDEX ix_milestone_unit_id ON milestone (unit_id, due_sort, id);
CREATE INDEX ix_milestone_task_id ON milestone (task_id, due_sort, id);
-- What is owed: a sweep of the days to come reads this and nothing else.
CREATE INDEX ix_milestone_owed ON milestone (authority_id, due_sort, id) WHERE state IN ('OPEN', 'RETURNED');

CREATE TABLE milestone_change (
    milestone_id    uuid        NOT NULL,
    position        integer     NOT NULL,
    from_state      text,
    to_state        text        NOT NULL,
    what            text        NOT NULL,
    reason          text,
    changed_at      timestamptz NOT NULL,
    changed_by      text        NOT NULL,
    changed_by_name text        NOT NULL,
    CONSTRAINT pk_milestone_change PRIMARY KEY (milestone_id, position),
    CONSTRAINT fk_milestone_change_milestone_id FOREIGN KEY (milestone_id) REFERENCES milestone (id)
);

CREATE TABLE evidence (
    id              uuid        NOT NULL,
    milestone_id    uuid        NOT NULL,
    plan_id         uuid        NOT NULL,
    authority_id    uuid        NOT NULL,
    kind            text        NOT NULL,
    note            text,
    file_name       text,
    media_type      text,
    size_bytes      bigint,
    sha256          text,
    source_id       uuid,
    handed_in_on    date        NOT NULL,
    handed_in_at    timestamptz NOT NULL,
    handed_in_by    text        NOT NULL,
    handed_in_by_name text      NOT NULL,
    CONSTRAINT pk_evidence PRIMARY KEY (id),
    CONSTRAINT uq_evidence_source_id UNIQUE (milestone_id, source_id),
    CONSTRAINT fk_evidence_milestone_id FOREIGN KEY (milestone_id) REFERENCES milestone (id),
    CONSTRAINT ck_evidence_kind CHECK (kind IN ('NOTE', 'FILE', 'FEEDBACK', 'REPORT')),
    CONSTRAINT ck_evidence_note CHECK (kind <> 'NOTE' OR note IS NOT NULL),
    CONSTRAINT ck_evidence_file CHECK ((kind = 'FILE') = (sha256 IS NOT NULL) AND (kind = 'FILE') = (file_name IS NOT NULL)
                                       AND (kind = 'FILE') = (media_type IS NOT NULL) AND (kind = 'FILE') = (size_bytes IS NOT NULL)),
    CONSTRAINT ck_evidence_source CHECK ((kind IN ('FEEDBACK', 'REPORT')) = (source_id IS NOT NULL))
);
CREATE INDEX ix_evidence_milestone_id ON evidence (milestone_id, id);
CREATE INDEX ix_evidence_plan_id ON evidence (plan_id, milestone_id);

-- Apart, so that no list reads contents.
CREATE TABLE evidence_file (
    evidence_id uuid  NOT NULL,
    content     bytea NOT NULL,
    CONSTRAINT pk_evidence_file PRIMARY KEY (evidence_id),
    CONSTRAINT fk_evidence_file_evidence_id FOREIGN KEY (evidence_id) REFERENCES evidence (id)
);

CREATE TABLE target (
    id              uuid    NOT NULL,
    plan_id         uuid    NOT NULL,
    authority_id    uuid    NOT NULL,
    year            integer NOT NULL,
    position        integer NOT NULL,
    area_number     integer,
    task_id         uuid,
    linked_task_ids uuid[]  NOT NULL,
    group_text      text,
    text            text    NOT NULL,
    operator        text,
    value           numeric,
    upper_value     numeric,
    unit            text,
    assumed         boolean NOT NULL,
    ours            text,
    CONSTRAINT pk_target PRIMARY KEY (id),
    CONSTRAINT uq_target_position UNIQUE (plan_id, position),
    CONSTRAINT fk_target_plan_id FOREIGN KEY (plan_id) REFERENCES plan (id),
    CONSTRAINT fk_target_task_id FOREIGN KEY (task_id) REFERENCES task (id),
    CONSTRAINT ck_target_operator CHECK (operator IN ('=', '>', '>=', '<', '<=', 'between')),
    CONSTRAINT ck_target_aim CHECK ((operator IS NULL) = (value IS NULL) AND (operator IS NULL) = (unit IS NULL)),
    CONSTRAINT ck_target_upper CHECK ((operator = 'between') = (upper_value IS NOT NULL) OR operator IS NULL),
    CONSTRAINT ck_target_ours CHECK (ours = 'FEEDBACK_ANSWERED_IN_TIME')
);
CREATE UNIQUE INDEX uq_target_ours ON target (plan_id, ours) WHERE ours IS NOT NULL;
COMMENT ON COLUMN target.ours IS 'Set for a target that the plan does not print; its readings come from events';

-- Never overwritten: a reading names the one it supersedes.
CREATE TABLE target_reading (
    id               uuid        NOT NULL,
    target_id        uuid        NOT NULL,
    plan_id          uuid        NOT NULL,
    authority_id     uuid        NOT NULL,
    period           text        NOT NULL,
    numerator        numeric     NOT NULL,
    denominator      numeric,
    value            numeric,
    source           text        NOT NULL,
    source_id        uuid,
    source_version   bigint,
    supersedes_id    uuid,
    recorded_at      timestamptz NOT NULL,
    recorded_by      text        NOT NULL,
    recorded_by_name text        NOT NULL,
    CONSTRAINT pk_target_reading PRIMARY KEY (id),
    CONSTRAINT uq_target_reading_supersedes_id UNIQUE (supersedes_id),
    CONSTRAINT uq_target_reading_source_id UNIQUE (target_id, source_id, source_version),
    CONSTRAINT fk_target_reading_target_id FOREIGN KEY (target_id) REFERENCES target (id),
    CONSTRAINT fk_target_reading_supersedes_id FOREIGN KEY (supersedes_id) REFERENCES target_reading (id),
    CONSTRAINT ck_target_reading_figures CHECK (numerator >= 0 AND denominator >= 0)
);
CREATE INDEX ix_target_reading_target_id ON target_reading (target_id, id);
CREATE INDEX ix_target_reading_plan_id ON target_reading (plan_id, id);
