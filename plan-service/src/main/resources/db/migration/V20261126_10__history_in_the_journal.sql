-- What was known of the past goes on in the journal: milestone by milestone, step by step, and the issue of each plan. The table
-- milestone_change is written no more, and dropped later. Times are written with their offset, whatever the session's zone.
INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state, detail, actor, actor_name,
                     reason, reconstructed)
SELECT 'milestone', m.id, 0, c.position + 1,
       'vn.cchc.milestone.' || CASE
           WHEN c.what = 'reopened' AND c.to_state = 'UNARMED' THEN 'planned'
           WHEN c.what = 'reopened' THEN 'armed'
           WHEN c.what = 'reassigned' THEN 'redated'
           ELSE c.what END || '.v1',
       c.changed_at, c.changed_at, m.authority_id,
       -- The last step has led to what the milestone is; of the others the state is known alone.
       CASE WHEN lead(c.position) OVER history IS NULL THEN json_build_object(
           'id', m.id, 'authorityId', m.authority_id, 'version', m.version,
           'occurredAt', to_char(c.changed_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS.US"+07:00"'),
           'planId', m.plan_id, 'year', m.year, 'taskId', m.task_id, 'unitId', m.unit_id, 'ruleKind', m.rule_kind,
           'occurrence', m.occurrence, 'label', m.label, 'dueOn', m.due_on, 'workOn', m.work_on, 'state', m.state,
           'submittedOn', m.submitted_on, 'acceptedOn', m.accepted_on)
       ELSE json_build_object('state', c.to_state) END,
       jsonb_build_object('steps', jsonb_build_array(jsonb_build_object(
           'from', c.from_state, 'to', c.to_state, 'what', c.what, 'reason', c.reason,
           'at', to_char(c.changed_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS.US"+07:00"')))),
       c.changed_by, c.changed_by_name, c.reason, true
FROM milestone_change c JOIN milestone m ON m.id = c.milestone_id
WINDOW history AS (PARTITION BY c.milestone_id ORDER BY c.position)
ORDER BY c.changed_at, c.milestone_id, c.position;

INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state, actor, actor_name,
                     reconstructed)
SELECT 'plan', id, 0, 1, 'vn.cchc.plan.issued.v1', issued_at, issued_at, authority_id,
       json_build_object(
           'id', id, 'authorityId', authority_id, 'version', version,
           'occurredAt', to_char(issued_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS.US"+07:00"'),
           'number', number, 'year', year, 'title', title, 'issuedOn', issued_on, 'state', state),
       issued_by, issued_by_name, true
FROM plan
ORDER BY issued_at, id;

-- What a milestone or a reading has followed last is compared with facts that come again: by the time line and version of the
-- same aggregate, by business time with another. The tables feedback_fact and report_fact are written no more, and dropped later:
-- what was told is read from heard. A milestone of a feedback never follows another, so its time is not needed.
ALTER TABLE milestone
    ADD COLUMN fact_epoch integer,
    ADD COLUMN fact_at    timestamptz;
COMMENT ON COLUMN milestone.fact_epoch IS 'Absent is 0: before there was a journal';
UPDATE milestone SET fact_at = report_fact.occurred_at
FROM report_fact
WHERE milestone.fact_kind = 'REPORT' AND report_fact.id = milestone.fact_id AND report_fact.version = milestone.fact_version;

ALTER TABLE target_reading
    ADD COLUMN source_epoch integer,
    ADD COLUMN source_at    timestamptz;
COMMENT ON COLUMN target_reading.source_epoch IS 'Absent is 0: before there was a journal';
UPDATE target_reading SET source_at = report_fact.occurred_at
FROM report_fact
WHERE report_fact.id = target_reading.source_id AND report_fact.version = target_reading.source_version;
