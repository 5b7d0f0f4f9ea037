-- Limits in working hours, and the office hours that they count. What is counted ends within the day of arrival at the earliest.
CREATE TABLE office_hours (
    id              uuid NOT NULL,
    authority_id    uuid,
    opens_at        time NOT NULL,
    lunch_from      time,
    lunch_to        time,
    closes_at       time NOT NULL,
    legal_basis     text NOT NULL,
    valid_from      date NOT NULL,
    valid_to        date,
    entered_at      timestamptz,
    entered_by      text,
    entered_by_name text,
    reason          text,
    CONSTRAINT pk_office_hours PRIMARY KEY (id),
    CONSTRAINT ck_office_hours_lunch CHECK (num_nulls(lunch_from, lunch_to) <> 1),
    CONSTRAINT ck_office_hours_order CHECK (opens_at < coalesce(lunch_from, closes_at)
        AND (lunch_from IS NULL OR (lunch_from < lunch_to AND lunch_to < closes_at)) AND closes_at < '24:00'),
    CONSTRAINT ck_office_hours_length CHECK (closes_at - opens_at - coalesce(lunch_to - lunch_from, interval '0') >= interval '4 hours'),
    CONSTRAINT ck_office_hours_legal_basis CHECK (char_length(legal_basis) BETWEEN 1 AND 1000),
    CONSTRAINT ck_office_hours_validity CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
COMMENT ON TABLE office_hours IS 'When offices are open on working days, by authority or for the whole country (null); of two valid on a day the own one holds, then the one valid from the later day, then the one entered last. None are changed.';

-- No law says when offices open: each province decides it. These are the usual hours; an authority with others has a row of its own.
INSERT INTO office_hours (id, authority_id, opens_at, lunch_from, lunch_to, closes_at, legal_basis, valid_from) VALUES
    ('01900000-0000-7000-8000-000000000003', NULL, '07:30', '11:30', '13:30', '17:00',
     'Giờ làm việc thường áp dụng ở cơ quan hành chính, chưa theo quyết định nào; nơi có giờ khác thì áp dụng giờ của nơi đó',
     '2000-01-01');

ALTER TABLE handling_policy
    DROP CONSTRAINT ck_handling_policy_unit,
    ADD CONSTRAINT ck_handling_policy_unit CHECK (limit_unit IN ('CALENDAR_DAY', 'WORKING_DAY', 'WORKING_HOUR'));

-- Weaker than the one before, so that what is there satisfies it; the next migration checks that without a lock that stops writes.
ALTER TABLE feedback
    DROP CONSTRAINT ck_feedback_due_on,
    ADD CONSTRAINT ck_feedback_due_on CHECK (due_on >= received_on) NOT VALID;
COMMENT ON COLUMN feedback.paused_days IS 'Days, or full working hours, in the unit of the limit, that did not count.';
