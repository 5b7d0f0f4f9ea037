-- The history of a report is in the journal, what others told is in heard; report_change and fact are neither written nor read
-- any more. What they hold is carried over, so that nothing is missing while the topics are read again.
INSERT INTO heard (kind, id, epoch, sequence, type, occurred_at, recorded_at, heard_at, authority_id, state)
SELECT kind, id, 0, version, 'vn.cchc.' || kind || '.told.v1', occurred_at, occurred_at, now(), authority_id, state
FROM fact
ON CONFLICT DO NOTHING;

-- Tasks, milestones and readings are read by their plan.
CREATE INDEX ix_heard_plan_id ON heard ((state ->> 'planId'), kind, occurred_at) WHERE state ->> 'planId' IS NOT NULL;

INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state, detail, actor_name, reason,
                     reconstructed)
SELECT 'report', c.report_id, 0,
       row_number() OVER (PARTITION BY c.report_id ORDER BY c.version, c.changed_at, c.action),
       'vn.cchc.report.' || CASE c.action WHEN 'drafts' THEN 'drafted' WHEN 'approvals' THEN 'approved'
           WHEN 'dispatches' THEN 'sent' WHEN 'receipts' THEN 'received' WHEN 'returns' THEN 'returned'
           ELSE 'written' END || '.v1',
       c.changed_at, c.changed_at, r.authority_id,
       json_build_object('state', CASE c.action WHEN 'approvals' THEN 'APPROVED' WHEN 'dispatches' THEN 'SENT'
           WHEN 'receipts' THEN 'RECEIVED' WHEN 'returns' THEN 'RETURNED'
           ELSE CASE WHEN bool_or(c.action = 'returns') OVER (PARTITION BY c.report_id ORDER BY c.version)
               THEN 'RETURNED' ELSE 'DRAFT' END END),
       CASE c.action WHEN 'sections' THEN jsonb_build_object('section', c.detail) END,
       c.changed_by,
       CASE c.action WHEN 'sections' THEN NULL ELSE c.detail END,
       true
FROM report_change c JOIN report r ON r.id = c.report_id
ORDER BY c.changed_at, c.report_id, c.version;

-- The present follows the order of the service that tells it, which a version does not give after a restore.
ALTER TABLE authority_now ADD COLUMN epoch integer NOT NULL DEFAULT 0, ADD COLUMN sequence bigint NOT NULL DEFAULT 0;
ALTER TABLE task_now ADD COLUMN epoch integer NOT NULL DEFAULT 0, ADD COLUMN sequence bigint NOT NULL DEFAULT 0;
ALTER TABLE scheduled_milestone_now ADD COLUMN epoch integer NOT NULL DEFAULT 0, ADD COLUMN sequence bigint NOT NULL DEFAULT 0;
UPDATE authority_now SET sequence = version;
UPDATE task_now SET sequence = version;
UPDATE scheduled_milestone_now SET sequence = version;
