-- What the events told, each version of each aggregate once. A report asks what was known at the end of a past day: the
-- highest version up to it. The order and number of times in which events arrive leave no trace here.
CREATE TABLE fact (
    kind         text        NOT NULL,
    id           uuid        NOT NULL,
    version      bigint      NOT NULL,
    occurred_at  timestamptz NOT NULL,
    authority_id uuid        NOT NULL,
    plan_id      uuid,
    state        jsonb       NOT NULL,
    CONSTRAINT pk_fact PRIMARY KEY (kind, id, version)
);
CREATE INDEX ix_fact_authority ON fact (authority_id, kind, occurred_at);
CREATE INDEX ix_fact_plan ON fact (plan_id, kind, occurred_at) WHERE plan_id IS NOT NULL;
COMMENT ON TABLE fact IS 'State of an aggregate from occurred_at (business time) until its next version.';

-- The present, for what is searched and joined: the highest version seen.
CREATE TABLE authority_now (
    id        uuid   NOT NULL,
    version   bigint NOT NULL,
    name      text   NOT NULL,
    parent_id uuid,
    CONSTRAINT pk_authority_now PRIMARY KEY (id)
);
CREATE INDEX ix_authority_now_parent ON authority_now (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE task_now (
    id           uuid   NOT NULL,
    version      bigint NOT NULL,
    authority_id uuid   NOT NULL,
    title        text   NOT NULL,
    title_folded text   NOT NULL,
    CONSTRAINT pk_task_now PRIMARY KEY (id)
);

-- Of milestones only those of report schedules are searched in the present.
CREATE TABLE scheduled_report_now (
    milestone_id uuid    NOT NULL,
    version      bigint  NOT NULL,
    authority_id uuid    NOT NULL,
    plan_id      uuid    NOT NULL,
    task_id      uuid    NOT NULL,
    year         integer NOT NULL,
    period       text    NOT NULL,
    due_on       date,
    work_on      date,
    state        text    NOT NULL,
    CONSTRAINT pk_scheduled_report_now PRIMARY KEY (milestone_id)
);
CREATE INDEX ix_scheduled_report_now_authority ON scheduled_report_now (authority_id, year, period);
