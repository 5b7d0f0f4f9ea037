-- The changes of events.sql in the journal, and ready to be sent to a topic that nobody hears.
WITH written AS (
    INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state)
    SELECT 'bench', id, 1, 1, type, occurred_at, occurred_at, authority_id, state
    FROM bench_event
    RETURNING position)
INSERT INTO journal_outbox (position) SELECT position FROM written;
