-- The history of each feedback, carried from feedback_change into the journal; its entry, which had no row there, from the
-- feedback itself. Epoch 0; the sequence is the version. Of the state after a change is carried what is known of it: what never
-- changes, and what was set once. The due day and the pauses are known of the last version alone. The table feedback_change is
-- written and read no more; a later migration drops it.
SET LOCAL timezone = 'Asia/Ho_Chi_Minh';

INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state, detail, actor, actor_name,
    reason, reconstructed)
SELECT 'feedback', f.id, 0, step.version, 'vn.cchc.feedback.' || step.done || '.v1', step.at, step.at, f.authority_id,
       json_strip_nulls(json_build_object(
           'id', f.id,
           'authorityId', f.authority_id,
           'version', step.version,
           'occurredAt', step.at,
           'number', f.register_number,
           'year', f.register_year,
           'channel', f.channel,
           'kind', f.kind,
           -- It is set by the one step that accepts, refuses or refers.
           'classification', CASE WHEN step.version >= classified.version THEN f.classification END,
           'state', step.state,
           'receivedAt', f.received_at,
           'receivedOn', f.received_on,
           'dueOn', CASE WHEN step.version = f.version THEN f.due_on END,
           'pausedDays', CASE WHEN step.version = f.version THEN f.paused_days END,
           'pausedSince', CASE WHEN step.version = f.version THEN f.paused_since END,
           'unitId', assigned.unit_id,
           'answeredAt', CASE WHEN step.state IN ('ANSWERED', 'CLOSED') THEN f.answered_at END,
           'answeredOn', CASE WHEN step.state IN ('ANSWERED', 'CLOSED') THEN f.answered_on END,
           'inTime', CASE WHEN step.state IN ('ANSWERED', 'CLOSED') AND step.version = f.version
                          THEN f.answered_on <= f.due_on END)),
       nullif(jsonb_strip_nulls(jsonb_build_object(
           'supplement', CASE step.done WHEN 'supplemented' THEN step.note END,
           'person', step.person)), '{}'),
       step.by_subject, step.by_name,
       CASE WHEN step.done <> 'supplemented' THEN step.note END,
       true
FROM (
    SELECT id AS feedback_id, 1 AS version, 'received' AS done, 'RECEIVED' AS state, entered_at AS at,
           entered_by AS by_subject, entered_by_name AS by_name, NULL AS note, NULL AS person
    FROM feedback
    UNION ALL
    SELECT feedback_id, version,
           CASE transition
               WHEN 'REQUEST_SUPPLEMENT' THEN 'supplement-requested'
               WHEN 'SUPPLEMENT' THEN 'supplemented'
               WHEN 'ACCEPT' THEN 'accepted'
               WHEN 'REFUSE' THEN 'refused'
               WHEN 'REFER' THEN 'referred'
               WHEN 'ASSIGN' THEN 'assigned'
               WHEN 'ANSWER' THEN 'answered'
               WHEN 'CLOSE' THEN 'closed'
               WHEN 'WITHDRAW' THEN 'withdrawn'
           END,
           state, at, by_subject, by_name, note, person
    FROM feedback_change
) step
JOIN feedback f ON f.id = step.feedback_id
LEFT JOIN feedback_change classified
    ON classified.feedback_id = f.id AND classified.transition IN ('ACCEPT', 'REFUSE', 'REFER')
LEFT JOIN LATERAL (
    SELECT unit_id FROM feedback_change
    WHERE feedback_id = f.id AND version <= step.version AND transition = 'ASSIGN'
    ORDER BY version DESC LIMIT 1) assigned ON true
ORDER BY step.at, f.id, step.version;

COMMENT ON TABLE feedback_change IS 'Carried into the journal; neither written nor read any more.';
