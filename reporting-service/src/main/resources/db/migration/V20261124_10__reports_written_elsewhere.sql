-- Not every report that a plan asks for is written here. A regime without a form is known by its name and its task alone; what
-- became of its reports the plan's milestones tell. (No version that would stumble over such a row was ever in service.)
ALTER TABLE reporting_regime
    ALTER COLUMN subject DROP NOT NULL,
    ALTER COLUMN period_start_rule DROP NOT NULL,
    ALTER COLUMN cut_off_rule DROP NOT NULL,
    ALTER COLUMN document_symbol DROP NOT NULL,
    ALTER COLUMN recipients DROP NOT NULL,
    ALTER COLUMN on_behalf DROP NOT NULL,
    ALTER COLUMN signing_office DROP NOT NULL,
    ALTER COLUMN outline DROP NOT NULL,
    ADD CONSTRAINT ck_reporting_regime_form CHECK (num_nulls(subject, period_start_rule, cut_off_rule, document_symbol,
                                                             recipients, on_behalf, signing_office, outline) IN (0, 8));
COMMENT ON COLUMN reporting_regime.outline IS 'Sections in order: code, label, title, level, and the area of the plan that a section tells of. With the other columns of the form absent where reports are written elsewhere.';

INSERT INTO reporting_regime (code, valid_from, name, task_title_pattern)
VALUES ('KSTTHC', '2021-01-01', 'Báo cáo định kỳ về kiểm soát thủ tục hành chính', 'bao cao dinh ky%kiem soat tthc%'),
       ('RASOAT', '2021-01-01', 'Báo cáo năm về kiểm tra, rà soát văn bản quy phạm pháp luật', 'bao cao nam ve kiem tra, ra soat van ban qppl%'),
       ('TUYENTRUYEN', '2021-01-01', 'Báo cáo kết quả công tác tuyên truyền cải cách hành chính', 'bao cao ket qua thuc hien cong tac tuyen truyen cchc%');

-- A report may be asked for by a schedule of periods or by one fixed day; what has not been written here is told from these.
CREATE TABLE scheduled_milestone_now (
    milestone_id uuid    NOT NULL,
    version      bigint  NOT NULL,
    authority_id uuid    NOT NULL,
    plan_id      uuid    NOT NULL,
    task_id      uuid    NOT NULL,
    year         integer NOT NULL,
    rule_kind    text    NOT NULL,
    period       text    NOT NULL,
    due_on       date,
    work_on      date,
    state        text    NOT NULL,
    submitted_on date,
    accepted_on  date,
    CONSTRAINT pk_scheduled_milestone_now PRIMARY KEY (milestone_id)
);
CREATE INDEX ix_scheduled_milestone_now_authority ON scheduled_milestone_now (authority_id, year);
COMMENT ON TABLE scheduled_milestone_now IS 'The highest version of the milestones that the plan itself schedules, by periods or by a fixed day.';
COMMENT ON COLUMN scheduled_milestone_now.period IS 'As the schedule names it; the year of the plan where there is one day.';

INSERT INTO scheduled_milestone_now (milestone_id, version, authority_id, plan_id, task_id, year, rule_kind, period, due_on,
                                     work_on, state, submitted_on, accepted_on)
SELECT DISTINCT ON (id) id, version, authority_id, plan_id, (state ->> 'taskId')::uuid, (state ->> 'year')::integer,
       state ->> 'ruleKind', CASE state ->> 'ruleKind' WHEN 'FIXED' THEN state ->> 'year' ELSE state ->> 'occurrence' END,
       (state ->> 'dueOn')::date, (state ->> 'workOn')::date, state ->> 'state', (state ->> 'submittedOn')::date,
       (state ->> 'acceptedOn')::date
FROM fact
WHERE kind = 'milestone' AND state ->> 'ruleKind' IN ('REPORT_SCHEDULE', 'FIXED') AND state ->> 'year' IS NOT NULL
  AND state ->> 'occurrence' IS NOT NULL
ORDER BY id, version DESC;

DROP TABLE scheduled_report_now;
