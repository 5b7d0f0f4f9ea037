-- A report that is due is a row: a page of a list is read from an index in its order, not joined and sorted at each reading. It is asked
-- for by a milestone of a plan, or by the regime itself; then it has neither plan nor milestone.
CREATE TABLE due_report (
    id                 uuid    NOT NULL,
    authority_id       uuid    NOT NULL,
    regime             text,
    year               integer NOT NULL,
    period             text    NOT NULL,
    title              text    NOT NULL,
    due_on             date,
    work_on            date,
    due_calendar       text,
    due_provisional    boolean NOT NULL DEFAULT false,
    due_moved_from     date,
    -- What has no day stands at the end of its year.
    sorted_by          date    NOT NULL GENERATED ALWAYS AS (coalesce(due_on, make_date(year, 12, 31))) STORED,
    plan_id            uuid,
    milestone_id       uuid,
    milestone_epoch    integer,
    milestone_sequence bigint,
    milestone_state    text,
    submitted_on       date,
    accepted_on        date,
    CONSTRAINT pk_due_report PRIMARY KEY (id),
    CONSTRAINT uq_due_report_milestone UNIQUE (milestone_id),
    CONSTRAINT fk_due_report_milestone FOREIGN KEY (milestone_id) REFERENCES scheduled_milestone_now (milestone_id) ON DELETE CASCADE,
    CONSTRAINT ck_due_report_plan CHECK (num_nulls(plan_id, milestone_id, milestone_epoch, milestone_sequence, milestone_state) IN (0, 5)),
    CONSTRAINT ck_due_report_milestone CHECK (milestone_id = id),
    CONSTRAINT ck_due_report_asked_for CHECK (num_nonnulls(regime, milestone_id) > 0),
    CONSTRAINT ck_due_report_submitted CHECK (milestone_id IS NOT NULL OR num_nonnulls(submitted_on, accepted_on) = 0)
);
COMMENT ON COLUMN due_report.id IS 'UUIDv5: of the plan''s rule and the period, that is the id of its milestone; of authority, regime and period where the regime itself asks.';
COMMENT ON COLUMN due_report.regime IS 'Code of the regime that knows it; absent where none does.';
COMMENT ON COLUMN due_report.year IS 'Of the plan, or of the period where the regime itself asks.';
COMMENT ON COLUMN due_report.milestone_sequence IS 'With milestone_epoch the event of the milestone that it is as of.';
CREATE INDEX ix_due_report_list ON due_report (authority_id, year, sorted_by, id);
CREATE INDEX ix_due_report_moved ON due_report (authority_id, year, sorted_by, id) WHERE due_moved_from IS NOT NULL;
CREATE INDEX ix_due_report_provisional ON due_report (authority_id, year, sorted_by, id) WHERE due_provisional;
CREATE UNIQUE INDEX uq_due_report_regime ON due_report (authority_id, regime, period) WHERE milestone_id IS NULL;

-- The version before reads its lists from ix_scheduled_milestone_now_authority, _moved and _provisional; a later migration drops them.
CREATE INDEX ix_scheduled_milestone_now_task ON scheduled_milestone_now (task_id);

-- What plans ask for: each period of a report schedule, and the fixed day of a task that a regime knows by its title. A schedule that no
-- regime knows is one too: what nobody has described is still owed.
CREATE VIEW planned_report AS
SELECT s.milestone_id, s.authority_id, g.code AS regime, s.year, s.period, t.title, s.due_on, s.work_on, s.due_calendar,
       s.due_provisional, s.due_moved_from, s.plan_id, s.epoch, s.sequence, s.state, s.submitted_on, s.accepted_on
FROM scheduled_milestone_now s
JOIN task_now t ON t.id = s.task_id
LEFT JOIN LATERAL (
    SELECT code FROM reporting_regime
    WHERE t.title_folded LIKE task_title_pattern
        AND coalesce(s.due_on, make_date(s.year, 12, 31)) BETWEEN valid_from AND coalesce(valid_to, 'infinity')
    ORDER BY code LIMIT 1) g ON true
WHERE s.rule_kind = 'REPORT_SCHEDULE' OR g.code IS NOT NULL;

-- Lets the rows of these milestones be as the plans ask now, and leaves what is so already.
CREATE FUNCTION derive_due_reports(milestones uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    DELETE FROM due_report d
    WHERE d.milestone_id = ANY (milestones)
    AND NOT EXISTS (SELECT FROM planned_report p WHERE p.milestone_id = d.milestone_id);
    INSERT INTO due_report
        (id, authority_id, regime, year, period, title, due_on, work_on, due_calendar, due_provisional, due_moved_from, plan_id,
         milestone_id, milestone_epoch, milestone_sequence, milestone_state, submitted_on, accepted_on)
    SELECT milestone_id, authority_id, regime, year, period, title, due_on, work_on, due_calendar, due_provisional, due_moved_from,
           plan_id, milestone_id, epoch, sequence, state, submitted_on, accepted_on
    FROM planned_report WHERE milestone_id = ANY (milestones)
    EXCEPT
    SELECT id, authority_id, regime, year, period, title, due_on, work_on, due_calendar, due_provisional, due_moved_from, plan_id,
           milestone_id, milestone_epoch, milestone_sequence, milestone_state, submitted_on, accepted_on
    FROM due_report WHERE milestone_id = ANY (milestones)
    ON CONFLICT (id) DO UPDATE
    SET authority_id = excluded.authority_id, regime = excluded.regime, year = excluded.year, period = excluded.period,
        title = excluded.title, due_on = excluded.due_on, work_on = excluded.work_on, due_calendar = excluded.due_calendar,
        due_provisional = excluded.due_provisional, due_moved_from = excluded.due_moved_from, plan_id = excluded.plan_id,
        milestone_epoch = excluded.milestone_epoch, milestone_sequence = excluded.milestone_sequence,
        milestone_state = excluded.milestone_state, submitted_on = excluded.submitted_on, accepted_on = excluded.accepted_on;
END
$$;

-- The rows are derived where what they follow from is written, in its transaction: by the listener of this version, by one of the version
-- before that runs beside it, by an operator who corrects a regime. Tasks and milestones are heard in any order, in transactions of their
-- own: the lock lets the second of two see what the first has written. Being volatile, the functions read what was committed before
-- they had it. The key is "dues" in ASCII.
CREATE FUNCTION lock_due_reports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(1685415283);
    RETURN NULL;
END
$$;
CREATE FUNCTION derive_due_reports_of_milestones() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM derive_due_reports(ARRAY(SELECT milestone_id FROM changed));
    RETURN NULL;
END
$$;
CREATE FUNCTION derive_due_reports_of_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM derive_due_reports(ARRAY(SELECT s.milestone_id FROM scheduled_milestone_now s JOIN changed c ON c.id = s.task_id));
    RETURN NULL;
END
$$;
CREATE FUNCTION derive_all_due_reports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM derive_due_reports(ARRAY(SELECT milestone_id FROM scheduled_milestone_now));
    RETURN NULL;
END
$$;

CREATE TRIGGER tr_scheduled_milestone_now_lock BEFORE INSERT OR UPDATE OR DELETE ON scheduled_milestone_now
    FOR EACH STATEMENT EXECUTE FUNCTION lock_due_reports();
-- Once for a statement, however many rows it writes.
CREATE TRIGGER tr_scheduled_milestone_now_inserted AFTER INSERT ON scheduled_milestone_now
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION derive_due_reports_of_milestones();
CREATE TRIGGER tr_scheduled_milestone_now_updated AFTER UPDATE ON scheduled_milestone_now
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION derive_due_reports_of_milestones();
CREATE TRIGGER tr_task_now_lock BEFORE INSERT OR UPDATE OR DELETE ON task_now
    FOR EACH STATEMENT EXECUTE FUNCTION lock_due_reports();
CREATE TRIGGER tr_task_now_inserted AFTER INSERT ON task_now
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION derive_due_reports_of_tasks();
CREATE TRIGGER tr_task_now_updated AFTER UPDATE ON task_now
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION derive_due_reports_of_tasks();
CREATE TRIGGER tr_task_now_deleted AFTER DELETE ON task_now
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION derive_due_reports_of_tasks();
CREATE TRIGGER tr_reporting_regime_lock BEFORE INSERT OR UPDATE OR DELETE ON reporting_regime
    FOR EACH STATEMENT EXECUTE FUNCTION lock_due_reports();
CREATE TRIGGER tr_reporting_regime_due AFTER INSERT OR UPDATE OR DELETE ON reporting_regime
    FOR EACH STATEMENT EXECUTE FUNCTION derive_all_due_reports();

SELECT derive_due_reports(array_agg(milestone_id)) FROM scheduled_milestone_now;
