-- Both are trusted extensions of PostgreSQL itself: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Authorities as plan-service last told of them (topic cchc.authority), highest version only.
CREATE TABLE known_authority (
    id         uuid    NOT NULL,
    version    integer NOT NULL,
    code       text    NOT NULL,
    name       text    NOT NULL,
    parent_id  uuid,
    valid_from date,
    valid_to   date,
    units      jsonb   NOT NULL,
    CONSTRAINT pk_known_authority PRIMARY KEY (id)
);
COMMENT ON COLUMN known_authority.units IS 'Units with their period of validity, as in the event.';

-- Limits by law and by decision: data with a period of validity. What is null matches everything.
CREATE TABLE handling_policy (
    id                   uuid    NOT NULL,
    authority_id         uuid,
    channel              text,
    classification       text,
    urgency              text,
    limit_amount         integer NOT NULL,
    limit_unit           text    NOT NULL,
    limit_rolls_forward  boolean NOT NULL,
    limit_max_extensions integer NOT NULL,
    limit_paused_in      text    NOT NULL,
    limit_legal_basis    text    NOT NULL,
    valid_from           date    NOT NULL,
    valid_to             date,
    CONSTRAINT pk_handling_policy PRIMARY KEY (id),
    CONSTRAINT uq_handling_policy_scope_valid_from UNIQUE NULLS NOT DISTINCT
        (authority_id, channel, classification, urgency, valid_from),
    CONSTRAINT ck_handling_policy_amount CHECK (limit_amount BETWEEN 1 AND 365),
    CONSTRAINT ck_handling_policy_unit CHECK (limit_unit IN ('CALENDAR_DAY', 'WORKING_DAY')),
    CONSTRAINT ck_handling_policy_extensions CHECK (limit_max_extensions BETWEEN 0 AND 10),
    CONSTRAINT ck_handling_policy_validity CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

-- Row 1.4.2 of the plan: answered 10 days after the feedback was received.
INSERT INTO handling_policy VALUES
    ('01900000-0000-7000-8000-000000000001', NULL, NULL, NULL, NULL, 10, 'CALENDAR_DAY', true, 1, '',
     'Kế hoạch cải cách hành chính, Phụ lục, mục 1.4.2: 10 ngày sau khi nhận được PAKN; Bộ luật Dân sự 2015, Điều 147–148',
     '2000-01-01', NULL),
-- What another authority is competent for is passed on within 5 working days.
    ('01900000-0000-7000-8000-000000000002', NULL, NULL, 'REGULATION_OTHER', NULL, 5, 'WORKING_DAY', true, 0, '',
     'Nghị định 20/2008/NĐ-CP (sửa đổi bởi Nghị định 92/2017/NĐ-CP): chuyển cơ quan có thẩm quyền trong 05 ngày làm việc',
     '2000-01-01', NULL);

CREATE TABLE feedback (
    id                   uuid        NOT NULL,
    version              integer     NOT NULL,
    authority_id         uuid        NOT NULL,
    register_year        integer     NOT NULL,
    register_number      integer     NOT NULL,
    tracking_code        text        NOT NULL,
    channel              text        NOT NULL,
    kind                 text        NOT NULL,
    classification       text,
    urgency              text        NOT NULL,
    state                text        NOT NULL,
    content              text        NOT NULL,
    content_folded       text        NOT NULL,
    excerpt              text        NOT NULL,
    received_at          timestamptz NOT NULL,
    received_on          date        NOT NULL,
    entered_at           timestamptz NOT NULL,
    entered_by           text,
    entered_by_name      text,
    due_on               date        NOT NULL,
    policy_id            uuid        NOT NULL,
    limit_amount         integer     NOT NULL,
    limit_unit           text        NOT NULL,
    limit_rolls_forward  boolean     NOT NULL,
    limit_max_extensions integer     NOT NULL,
    limit_paused_in      text        NOT NULL,
    limit_legal_basis    text        NOT NULL,
    paused_days          integer     NOT NULL,
    paused_since         date,
    unit_id              uuid,
    person               text,
    refusal_reason       text,
    answered_at          timestamptz,
    answered_on          date,
    ended_on             date,
    changed_at           timestamptz NOT NULL,
    CONSTRAINT pk_feedback PRIMARY KEY (id),
    CONSTRAINT uq_feedback_tracking_code UNIQUE (tracking_code),
    CONSTRAINT uq_feedback_register_number UNIQUE (authority_id, register_year, register_number),
    CONSTRAINT ck_feedback_version CHECK (version >= 1),
    CONSTRAINT ck_feedback_register_number CHECK (register_number >= 1),
    CONSTRAINT ck_feedback_tracking_code CHECK (tracking_code ~ '^[0-9]{13}$'),
    CONSTRAINT ck_feedback_channel CHECK (channel IN ('ONLINE', 'PHONE', 'IN_PERSON', 'POST', 'EMAIL')),
    CONSTRAINT ck_feedback_kind CHECK (kind IN ('REFLECTION', 'PROPOSAL')),
    CONSTRAINT ck_feedback_classification CHECK (classification IN
        ('NOT_ACCEPTABLE', 'OFFICER_CONDUCT', 'REGULATION_OWN', 'REGULATION_OTHER')),
    CONSTRAINT ck_feedback_urgency CHECK (urgency IN ('NORMAL', 'URGENT')),
    CONSTRAINT ck_feedback_state CHECK (state IN ('RECEIVED', 'SUPPLEMENT_REQUESTED', 'ACCEPTED', 'REFUSED', 'REFERRED',
        'ASSIGNED', 'ANSWERED', 'CLOSED', 'WITHDRAWN')),
    CONSTRAINT ck_feedback_content CHECK (char_length(content) BETWEEN 1 AND 5000),
    CONSTRAINT ck_feedback_received_at CHECK (received_at <= entered_at),
    CONSTRAINT ck_feedback_due_on CHECK (due_on > received_on),
    CONSTRAINT ck_feedback_ended_on CHECK ((ended_on IS NULL) =
        (state IN ('RECEIVED', 'SUPPLEMENT_REQUESTED', 'ACCEPTED', 'ASSIGNED'))),
    CONSTRAINT ck_feedback_unit CHECK (state NOT IN ('ASSIGNED', 'ANSWERED', 'CLOSED') OR unit_id IS NOT NULL),
    CONSTRAINT ck_feedback_answered CHECK ((state IN ('ANSWERED', 'CLOSED')) = (answered_at IS NOT NULL)),
    CONSTRAINT ck_feedback_refusal CHECK ((state = 'REFUSED') = (refusal_reason IS NOT NULL))
);
COMMENT ON COLUMN feedback.tracking_code IS '12 random digits and a Damm check digit. The secret beside it is derived, never stored.';
COMMENT ON COLUMN feedback.content_folded IS 'Content without case and diacritics, for search.';
COMMENT ON COLUMN feedback.excerpt IS 'The beginning of the content, for lists: short enough to be carried in their index.';
COMMENT ON COLUMN feedback.entered_by IS 'Subject of the clerk who entered it; null when the sender did.';
COMMENT ON COLUMN feedback.ended_on IS 'Day of the answer, refusal, referral or withdrawal; null while one is still to come.';
COMMENT ON COLUMN feedback.paused_days IS 'Days, in the unit of the limit, that did not count.';

-- A page of the list and the counts of a period are read from this index alone.
CREATE INDEX ix_feedback_authority_id_received_at ON feedback (authority_id, received_at DESC, id DESC)
    INCLUDE (register_year, register_number, channel, kind, classification, urgency, state, received_on, due_on, paused_since,
             unit_id, person, answered_on, ended_on, excerpt);
-- What is still to be answered, by the day it is due: small, however many there have been.
CREATE INDEX ix_feedback_open_due_on ON feedback (authority_id, due_on) WHERE ended_on IS NULL;
CREATE INDEX ix_feedback_content_folded ON feedback USING gin (authority_id, content_folded gin_trgm_ops);

-- Apart from the case, so that the identity can be erased while the case stays.
CREATE TABLE feedback_sender (
    feedback_id  uuid NOT NULL,
    authority_id uuid NOT NULL,
    name         text,
    address      text,
    phone        text,
    email        text,
    folded       text NOT NULL,
    CONSTRAINT pk_feedback_sender PRIMARY KEY (feedback_id),
    CONSTRAINT fk_feedback_sender_feedback_id FOREIGN KEY (feedback_id) REFERENCES feedback (id),
    CONSTRAINT ck_feedback_sender_lengths CHECK (char_length(name) <= 200 AND char_length(address) <= 500
        AND char_length(phone) <= 20 AND char_length(email) <= 254)
);
CREATE INDEX ix_feedback_sender_folded ON feedback_sender USING gin (authority_id, folded gin_trgm_ops);
COMMENT ON COLUMN feedback_sender.folded IS 'Name, phone and email without case and diacritics, for search.';

-- What happened after the arrival, which the feedback itself tells of: who, when, why.
CREATE TABLE feedback_change (
    feedback_id  uuid        NOT NULL,
    version      integer     NOT NULL,
    authority_id uuid        NOT NULL,
    transition   text        NOT NULL,
    state        text        NOT NULL,
    at           timestamptz NOT NULL,
    by_subject   text,
    by_name      text,
    note         text,
    unit_id      uuid,
    person       text,
    CONSTRAINT pk_feedback_change PRIMARY KEY (feedback_id, version),
    CONSTRAINT fk_feedback_change_feedback_id FOREIGN KEY (feedback_id) REFERENCES feedback (id),
    CONSTRAINT ck_feedback_change_version CHECK (version > 1)
);
COMMENT ON COLUMN feedback_change.version IS 'The version of the feedback after the change.';
COMMENT ON COLUMN feedback_change.by_subject IS 'Subject of the token; null when the sender did it.';

CREATE TABLE feedback_answer (
    feedback_id     uuid        NOT NULL,
    authority_id    uuid        NOT NULL,
    text            text        NOT NULL,
    document_number text,
    document_date   date,
    CONSTRAINT pk_feedback_answer PRIMARY KEY (feedback_id),
    CONSTRAINT fk_feedback_answer_feedback_id FOREIGN KEY (feedback_id) REFERENCES feedback (id)
);

CREATE TABLE feedback_referral (
    feedback_id     uuid        NOT NULL,
    authority_id    uuid        NOT NULL,
    to_authority_id uuid,
    to_name         text        NOT NULL,
    referred_at     timestamptz NOT NULL,
    due_on          date        NOT NULL,
    CONSTRAINT pk_feedback_referral PRIMARY KEY (feedback_id),
    CONSTRAINT fk_feedback_referral_feedback_id FOREIGN KEY (feedback_id) REFERENCES feedback (id)
);
COMMENT ON COLUMN feedback_referral.due_on IS 'The day by which it had to be passed on.';
