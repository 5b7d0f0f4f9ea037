-- Events as feedback-service writes them when a feedback is received, for the bench of the relay. ${events}: how many.
DROP TABLE IF EXISTS bench_event;
CREATE UNLOGGED TABLE bench_event AS
SELECT gen_random_uuid() AS id,
       aggregateid,
       'vn.cchc.feedback.received.v1' AS type,
       occurred_at,
       json_build_object(
           'id', aggregateid,
           'authorityId', md5((n % 100)::text)::uuid,
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
           'unitId', NULL,
           'answeredAt', NULL,
           'answeredOn', NULL,
           'inTime', NULL)::text AS payload
FROM (SELECT n,
             gen_random_uuid() AS aggregateid,
             timestamptz '2021-01-04 01:00:00Z' + n * interval '1.037 s' AS occurred_at
      FROM generate_series(1, ${events}) AS n) AS numbered;
