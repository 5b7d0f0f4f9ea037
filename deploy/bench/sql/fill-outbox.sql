-- The events of events.sql, ready to be sent to a topic that nobody hears.
INSERT INTO outbox (id, aggregatetype, aggregateid, type, occurred_at, payload)
SELECT id, 'bench', aggregateid, type, occurred_at, payload
FROM bench_event;
