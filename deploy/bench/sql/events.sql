-- Changes as journaled by feedback-service on receipt of a feedback, for the relay benchmark. ${events}: their number.
DROP TABLE IF EXISTS bench_event;
CREATE UNLOGGED TABLE bench_event AS
SELECT id,
       'vn.cchc.feedback.received.v1' AS type,
       occurred_at,
       authority_id,
       json_build_object(
           'id', id,
           'authorityId', authority_id,
           'version', 1,
           'occurredAt', to_char(occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"+07:00"'),
           'number', n,
           'year', 2021,
           'channel', 'ONLINE',
           'kind', 'REFLECTION',
           'classification', NULL,
           'state', 'RECEIVED',
           'receivedAt', to_char(occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"+07:00"'),
           'receivedOn', occurred_at::date,
           'dueOn', occurred_at::date + 10,
           'dueCalendar', 'VN-2026.1', 'dueProvisional', false, 'dueRolls', true, 'dueMovedFrom', NULL,
           'pausedDays', 0,
           'pausedSince', NULL,
           'unitId', NULL,
           'answeredAt', NULL,
           'answeredOn', NULL,
           'inTime', NULL) AS state
FROM (SELECT n,
             gen_random_uuid() AS id,
             md5((n % 100)::text)::uuid AS authority_id,
             timestamptz '2021-01-04 01:00:00Z' + n * interval '1.037 s' AS occurred_at
      FROM generate_series(1, ${events}) AS n) AS numbered;
