-- POST /api/v1/feedback, by a citizen. Run in a copy of the database, so that no relay publishes these events.
-- :run is the time of the run in seconds, so that ids ascend with time like those of the service.
\set i :i + 1
\set n (:run * 10000000 + :i) * 64 + :client_id
\set code random(1000000000000, 9999999999999)
\set start random(1, 200)
\set drawn random(1, 100)
\if :drawn = 1 or :i = 1
\set number random(1, :communes)
\set cut random(0, 1500)
SELECT id AS authority, substr(text, :cut::int, 400) AS chunk, substr(folded, :cut::int, 400) AS folded FROM bench_authority, bench_text WHERE number = :number \gset
\endif
BEGIN;
INSERT INTO idempotency_key (caller, key, request_hash)
VALUES ('anonymous', /*value*/ (md5(:n::text)), /*value*/ (('\x' || lpad(to_hex(:n::bigint), 64, '0'))::bytea)) ON CONFLICT DO NOTHING;
INSERT INTO intake_contact AS c (contact, used_until) VALUES (/*value*/ (sha256(:code::text::bytea)), CAST(/*value*/ (now() + interval '86.4 ms') AS timestamptz))
ON CONFLICT (contact) DO UPDATE SET used_until = CASE WHEN c.used_until > CAST(/*value*/ (now() + interval '2 days') AS timestamptz) THEN CAST(/*value*/ (now()) AS timestamptz)
    ELSE greatest(c.used_until, CAST(/*value*/ (now()) AS timestamptz)) END + (CAST(/*value*/ (now() + interval '86.4 ms') AS timestamptz) - CAST(/*value*/ (now()) AS timestamptz))
WHERE CASE WHEN c.used_until > CAST(/*value*/ (now() + interval '2 days') AS timestamptz) THEN CAST(/*value*/ (now()) AS timestamptz)
    ELSE greatest(c.used_until, CAST(/*value*/ (now()) AS timestamptz)) END + (CAST(/*value*/ (now() + interval '86.4 ms') AS timestamptz) - CAST(/*value*/ (now()) AS timestamptz)) <= CAST(/*value*/ (now() + interval '1 day') AS timestamptz);
INSERT INTO gapless_number AS g (authority_id, year, book, last) VALUES (:authority, 2021, 'feedback', 1)
ON CONFLICT (authority_id, year, book) DO UPDATE SET last = g.last + 1 RETURNING last \gset
insert into feedback (answered_at,answered_on,answers_need_release,attachments,authority_id,changed_at,channel,classification,content,content_folded,earlier_answer_late,ended_on,
    entered_at,entered_by,entered_by_name,excerpt,extension_reason,extension_requested,kind,policy_id,limit_amount,limit_unit,limit_rolls_forward,
    limit_max_extensions,limit_longest_extension,limit_extends_when_overdue,limit_paused_in,limit_legal_basis,state_spans,
    limit_extensions,paused_days,paused_since,due_on,due_at,due_calendar,due_provisional,due_moved_from,
    merged_into,person,promised_on,received_at,received_on,refusal_reason,register_number,register_year,release_awaited_since,reopenable_until,reopening_times,reopening_working_days,reply_awaited_since,round,state,tracking_code,unit_id,urgency,version,id)
values (/*value*/ (NULL),/*value*/ (NULL),/*value*/ (false),0,:authority,/*value*/ (now()),'ONLINE',/*value*/ (NULL),
    /*value*/ (substr(:chunk::text, :start::int, 180) || ' (' || :n::text || ')'),
    /*value*/ (substr(:folded::text, :start::int, 180) || ' (' || :n::text || ')'),/*value*/ (false),/*value*/ (NULL),
    /*value*/ (now()),/*value*/ (NULL),/*value*/ (NULL),/*value*/ (substr(:chunk::text, :start::int, 119) || '…'),/*value*/ (NULL),
    /*value*/ (NULL),'REFLECTION',
    '01900000-0000-7000-8000-000000000001',10,'CALENDAR_DAY',/*value*/ (true),1,
    10,/*value*/ (false),'','Kế hoạch cải cách hành chính, Phụ lục, mục 1.4.2: 10 ngày sau khi nhận được PAKN; Bộ luật Dân sự 2015, Điều 147–148',
    'RECEIVED 2021-01-18T02:00:00.000000Z',/*value*/ (NULL),0,/*value*/ (NULL),/*value*/ (current_date + 10),
    /*value*/ ((current_date + 11)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'),'VN-2026.1',/*value*/ (false),/*value*/ (NULL),
    /*value*/ (NULL),/*value*/ (NULL),/*value*/ (NULL),/*value*/ (now()),/*value*/ (current_date),/*value*/ (NULL),:last,2021,/*value*/ (NULL),/*value*/ (NULL),1,10,/*value*/ (NULL),1,'RECEIVED',/*value*/ (:code::text),
    /*value*/ (NULL),'NORMAL',1,/*value*/ ('0177' || lpad(to_hex(:n::bigint), 16, '0') || '000000000000')::uuid);
insert into feedback_sender (address,authority_id,email,folded,name,phone,feedback_id)
values ('Thôn 3',:authority,/*value*/ (NULL),/*value*/ ('nguyen van an +849' || lpad((:code::bigint % 100000000)::text, 8, '0')),
    'Nguyễn Văn An',/*value*/ ('+849' || lpad((:code::bigint % 100000000)::text, 8, '0')),
    /*value*/ ('0177' || lpad(to_hex(:n::bigint), 16, '0') || '000000000000')::uuid);
WITH written AS (
    INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state, detail,
                         actor, actor_name, reason, traceparent)
    SELECT c.kind, c.id, c.epoch,
           coalesce((SELECT max(j.sequence) FROM journal j
                     WHERE j.kind = c.kind AND j.id = c.id AND j.epoch = c.epoch), 0) + 1,
           'vn.cchc.feedback.received.v1', /*value*/ (now()), /*value*/ (now()), :authority::uuid, :payload::json,
           /*value*/ (NULL::jsonb),
           /*value*/ (NULL), /*value*/ (NULL), /*value*/ (NULL),
           /*value*/ ('00-' || md5(:n::text) || '-' || substr(md5(:n::text), 1, 16) || '-00')
    FROM (SELECT 'feedback'::text AS kind,
                 /*value*/ ('0177' || lpad(to_hex(:n::bigint), 16, '0') || '000000000000')::uuid AS id,
                 open_time_line(/*value*/ (current_date)) AS epoch OFFSET 0) c
    WHERE c.epoch = /*value*/ (1)
    RETURNING position)
INSERT INTO journal_outbox (position) SELECT position FROM written;
UPDATE idempotency_key SET status = 201,
    location = /*value*/ ('/api/v1/feedback/0177' || lpad(to_hex(:n::bigint), 16, '0') || '-7000-00000000'),
    subject = /*value*/ ('0177' || lpad(to_hex(:n::bigint), 16, '0') || '000000000000')::uuid
WHERE caller = 'anonymous' AND key = /*value*/ (md5(:n::text));
END;
