-- What other services have told, the highest version of each: duplicates, disorder and replay change nothing.
CREATE TABLE feedback_fact (
    id           uuid        NOT NULL,
    authority_id uuid        NOT NULL,
    version      bigint      NOT NULL,
    state        text        NOT NULL,
    received_on  date        NOT NULL,
    due_on       date,
    answered_on  date,
    unit_id      uuid,
    occurred_at  timestamptz NOT NULL,
    CONSTRAINT pk_feedback_fact PRIMARY KEY (id)
);
-- What a plan that is issued later finds waiting.
CREATE INDEX ix_feedback_fact_authority_id ON feedback_fact (authority_id, received_on);

CREATE TABLE report_fact (
    id                         uuid        NOT NULL,
    authority_id               uuid        NOT NULL,
    version                    bigint      NOT NULL,
    milestone_id               uuid,
    plan_id                    uuid,
    period                     text        NOT NULL,
    state                      text        NOT NULL,
    number                     text,
    sent_on                    date,
    received_on                date,
    feedback_answered          bigint,
    feedback_answered_in_time  bigint,
    occurred_at                timestamptz NOT NULL,
    CONSTRAINT pk_report_fact PRIMARY KEY (id)
);
CREATE INDEX ix_report_fact_milestone_id ON report_fact (milestone_id, occurred_at);
