-- Inserts the changes of events.sql into journal and outbox, to be published to a topic without consumers.
WITH written AS (
    INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state)
    SELECT 'bench', id, 1, 1, type, occurred_at, occurred_at, authority_id, state
    FROM bench_event
    RETURNING position)
INSERT INTO journal_outbox (position) SELECT position FROM written;
