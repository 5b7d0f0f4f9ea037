-- Each open case gets its spans from its arrival and from its journal. They are few beside those that have their end. Meanwhile
-- everything can be read, and nothing entered or changed: no step comes between the journal that is read and the row that is written.
LOCK TABLE feedback IN EXCLUSIVE MODE;
UPDATE feedback f
SET due_at = (f.due_on + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh',
    state_spans = concat_ws(',', state_span('RECEIVED', f.received_at),
        (SELECT string_agg(state_span(j.state ->> 'state', j.occurred_at), ',' ORDER BY j.epoch, j.sequence)
         FROM journal j
         WHERE j.kind = 'feedback' AND j.id = f.id
             AND j.type NOT IN ('vn.cchc.feedback.received.v1', 'vn.cchc.feedback.recounted.v1')))
WHERE f.ended_on IS NULL AND f.state_spans IS NULL;
ALTER TABLE feedback ADD CONSTRAINT ck_feedback_limit_clock
    CHECK (ended_on IS NOT NULL OR num_nulls(due_at, state_spans) = 0) NOT VALID;
