-- Three years of feedback, inserted directly into the tables of feedback-service: this is load data, intake is measured
-- elsewhere. ${feedback}: number of feedback. ${text}: source of the contents. ${today}: the business day.
-- Id and time of receipt are functions of the number n, so that pgbench can address any row by its number.
SET session_replication_role = replica;

-- Authorities by number, for pgbench.
CREATE TABLE bench_authority AS
SELECT row_number() OVER (ORDER BY code) AS number, id, (units -> 0 ->> 'id')::uuid AS unit_id
FROM known_authority WHERE code LIKE 'BENCH-%';
ALTER TABLE bench_authority ADD PRIMARY KEY (number);
ALTER TABLE bench_authority OWNER TO feedback;

-- Source of the contents, as written and folded for search.
CREATE TABLE bench_text AS
SELECT text,
       translate(lower(text), 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ',
           'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd') AS folded
FROM (VALUES ('${text}')) AS given (text);
ALTER TABLE bench_text OWNER TO feedback;

-- Twelve digits with the check digit of a tracking code (Damm algorithm).
CREATE FUNCTION pg_temp.checked(digits text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    quasigroup constant text := '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790';
    interim integer := 0;
BEGIN
    FOR i IN 1..length(digits) LOOP
        interim := substr(quasigroup, 1 + 10 * interim + substr(digits, i, 1)::integer, 1)::integer;
    END LOOP;
    RETURN digits || interim;
END $$;

-- A state with its start time, in feedback-service's format of state_spans.
CREATE FUNCTION pg_temp.span(state text, held_from timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT state || ' ' || to_char(held_from AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

CREATE TEMPORARY TABLE numbered ON COMMIT DROP AS
SELECT n,
       ('01690000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS id,
       authority.id AS authority_id,
       authority.unit_id,
       date_trunc('milliseconds', timestamptz '${today}' - interval '1 day' - (${feedback} - n) * (interval '1095 days' / ${feedback}))
           AS received_at,
       substr(text, start, 180) AS content,
       substr(folded, start, 180) AS folded,
       -- Of feedback older than three weeks, 3 % are referred, 4 % refused, the others answered.
       CASE WHEN n > ${feedback} * 0.98 THEN 'RECEIVED'
            WHEN n / 100 % 100 < 3 THEN 'REFERRED'
            WHEN n / 100 % 100 < 7 THEN 'REFUSED'
            ELSE 'CLOSED' END AS state
FROM generate_series(1, ${feedback}::bigint) AS n
JOIN bench_authority AS authority ON authority.number = n % (SELECT count(*) FROM bench_authority) + 1
CROSS JOIN bench_text
CROSS JOIN LATERAL (SELECT 1 + (n * 37 % (length(text) - 180))::int AS start) AS cut;

INSERT INTO feedback (id, version, authority_id, register_year, register_number, tracking_code, channel, kind, classification,
    urgency, state, content, content_folded, excerpt, received_at, received_on, entered_at, due_on, policy_id, limit_amount,
    limit_unit, limit_rolls_forward, limit_max_extensions, limit_paused_in, limit_legal_basis, paused_days, unit_id,
    refusal_reason, answered_at, answered_on, ended_on, changed_at, due_at, state_spans)
SELECT n.id,
       CASE state WHEN 'RECEIVED' THEN 1 WHEN 'CLOSED' THEN 5 ELSE 2 END,
       n.authority_id,
       extract(year FROM n.received_at),
       row_number() OVER (PARTITION BY n.authority_id, extract(year FROM n.received_at) ORDER BY n.n),
       -- Factor and modulus are coprime, so the codes are unique.
       pg_temp.checked(lpad((n.n * 899999963 % 1000000000000)::text, 12, '0')),
       'ONLINE',
       CASE WHEN n.n % 5 = 0 THEN 'PROPOSAL' ELSE 'REFLECTION' END,
       CASE state WHEN 'REFERRED' THEN 'REGULATION_OTHER' WHEN 'REFUSED' THEN 'NOT_ACCEPTABLE' WHEN 'CLOSED' THEN 'REGULATION_OWN' END,
       'NORMAL',
       state,
       content,
       folded,
       left(content, 119) || '…',
       received_at,
       (received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
       received_at,
       (received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 10,
       policy.id, policy.limit_amount, policy.limit_unit, policy.limit_rolls_forward, policy.limit_max_extensions,
       policy.limit_paused_in, policy.limit_legal_basis,
       0,
       CASE state WHEN 'CLOSED' THEN n.unit_id END,
       CASE state WHEN 'REFUSED' THEN 'OUT_OF_SCOPE' END,
       CASE state WHEN 'CLOSED' THEN received_at + interval '6 days' END,
       CASE state WHEN 'CLOSED' THEN ((received_at + interval '6 days') AT TIME ZONE 'Asia/Ho_Chi_Minh')::date END,
       CASE WHEN state <> 'RECEIVED' THEN ((received_at + interval '6 days') AT TIME ZONE 'Asia/Ho_Chi_Minh')::date END,
       CASE WHEN state = 'RECEIVED' THEN received_at ELSE received_at + interval '6 days' END,
       ((received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 11)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh',
       pg_temp.span('RECEIVED', received_at)
           || CASE state WHEN 'RECEIVED' THEN ''
                  WHEN 'CLOSED' THEN ',' || pg_temp.span('ACCEPTED', received_at + interval '1 day')
                      || ',' || pg_temp.span('ASSIGNED', received_at + interval '2 days')
                      || ',' || pg_temp.span('ANSWERED', received_at + interval '6 days')
                  ELSE ',' || pg_temp.span(state, received_at + interval '6 days') END
FROM numbered AS n, (SELECT * FROM handling_policy WHERE classification IS NULL ORDER BY id LIMIT 1) AS policy
ORDER BY n.n;

INSERT INTO feedback_sender (feedback_id, authority_id, name, address, phone, email, folded)
SELECT id, authority_id, 'Nguyễn Văn ' || chr(65 + (n % 26)::int) || 'n', 'Thôn ' || n % 9 + 1, '09' || lpad((n * 7919 % 100000000)::text, 8, '0'),
       NULL, 'nguyen van ' || chr(97 + (n % 26)::int) || 'n 09' || lpad((n * 7919 % 100000000)::text, 8, '0')
FROM numbered ORDER BY n;

INSERT INTO feedback_answer (feedback_id, authority_id, text, document_number, document_date)
SELECT id, authority_id, content, n || '/UBND', ((received_at + interval '6 days') AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
FROM numbered WHERE state = 'CLOSED' ORDER BY n;

INSERT INTO feedback_referral (feedback_id, authority_id, to_authority_id, to_name, referred_at, due_on)
SELECT id, authority_id, NULL, 'UBND huyện', received_at + interval '6 days', (received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 7
FROM numbered WHERE state = 'REFERRED' ORDER BY n;

-- Intake continues with the next number of each register.
INSERT INTO gapless_number (authority_id, year, book, last)
SELECT authority_id, register_year, 'feedback', max(register_number)
FROM feedback GROUP BY authority_id, register_year
ON CONFLICT (authority_id, year, book) DO UPDATE SET last = greatest(gapless_number.last, excluded.last);

-- The journal of this history, as if already published. Its size affects both sides: intake inserts into it, the relay reads
-- from it.
SET LOCAL timezone = 'Asia/Ho_Chi_Minh';
INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state, actor, actor_name)
SELECT 'feedback', f.id, 1, step.version, 'vn.cchc.feedback.' || step.done || '.v1',
       f.received_at + step.after, f.received_at + step.after, f.authority_id,
       json_build_object(
           'id', f.id,
           'authorityId', f.authority_id,
           'version', step.version,
           'occurredAt', f.received_at + step.after,
           'number', f.register_number,
           'year', f.register_year,
           'channel', f.channel,
           'kind', f.kind,
           'classification', CASE WHEN step.version > 1 THEN f.classification END,
           'state', step.state,
           'receivedAt', f.received_at,
           'receivedOn', f.received_on,
           'dueOn', f.due_on,
           'dueCalendar', 'VN-2026.1', 'dueProvisional', false, 'dueRolls', true, 'dueMovedFrom', NULL,
           'pausedDays', 0,
           'pausedSince', NULL,
           'unitId', CASE WHEN step.version > 2 THEN f.unit_id END,
           'answeredAt', CASE WHEN step.version > 3 THEN f.answered_at END,
           'answeredOn', CASE WHEN step.version > 3 THEN f.answered_on END,
           'inTime', CASE WHEN step.version > 3 THEN f.answered_on <= f.due_on END),
       CASE WHEN step.version > 1 THEN 'clerk.1' END,
       CASE WHEN step.version > 1 THEN 'Người dùng 1' END
FROM feedback AS f
JOIN (VALUES ('RECEIVED', 1, 'received', 'RECEIVED', interval '0'),
             ('REFUSED', 1, 'received', 'RECEIVED', interval '0'),
             ('REFUSED', 2, 'refused', 'REFUSED', interval '6 days'),
             ('REFERRED', 1, 'received', 'RECEIVED', interval '0'),
             ('REFERRED', 2, 'referred', 'REFERRED', interval '6 days'),
             ('CLOSED', 1, 'received', 'RECEIVED', interval '0'),
             ('CLOSED', 2, 'accepted', 'ACCEPTED', interval '1 day'),
             ('CLOSED', 3, 'assigned', 'ASSIGNED', interval '2 days'),
             ('CLOSED', 4, 'answered', 'ANSWERED', interval '6 days'),
             ('CLOSED', 5, 'closed', 'CLOSED', interval '6 days')) AS step (last, version, done, state, after)
    ON step.last = f.state
ORDER BY f.received_at + step.after, f.id, step.version;
