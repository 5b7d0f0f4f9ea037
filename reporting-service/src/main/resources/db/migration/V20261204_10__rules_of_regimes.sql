-- Which periods a regime knows, from which day to which day it counts them and when they are due are data: each day is an anchor and an
-- offset. A decree that sets others is rows.

-- The kinds of periods by the names that the plan's schedules give them.
CREATE TABLE reporting_period_kind (
    code     text    NOT NULL,
    position integer NOT NULL,
    label    text    NOT NULL,
    CONSTRAINT pk_reporting_period_kind PRIMARY KEY (code),
    CONSTRAINT uq_reporting_period_kind_position UNIQUE (position),
    CONSTRAINT ck_reporting_period_kind_code CHECK (code ~ '^[A-Z][A-Z0-9]{1,5}$'),
    CONSTRAINT ck_reporting_period_kind_label CHECK (label LIKE '%{year}%')
);
COMMENT ON COLUMN reporting_period_kind.code IS 'What follows the year: 2021-Q1; YEAR is the year itself: 2021.';
COMMENT ON COLUMN reporting_period_kind.label IS 'How staff call it in the middle of a sentence.';
INSERT INTO reporting_period_kind (code, position, label)
VALUES ('Q1', 1, 'quý I năm {year}'),
       ('Q2', 2, 'quý II năm {year}'),
       ('Q3', 3, 'quý III năm {year}'),
       ('Q4', 4, 'quý IV năm {year}'),
       ('H1', 5, '6 tháng đầu năm {year}'),
       ('M9', 6, '9 tháng đầu năm {year}'),
       -- Two yearly reports, of which the first is written before the year is over.
       ('Y1', 7, 'năm {year} (lần 01)'),
       ('Y2', 8, 'năm {year} (lần 02)'),
       ('YEAR', 9, 'năm {year}');

-- A day anchored in the year of the period is that day of the month, so many years later; past the end of the month it is the last.
CREATE TABLE reporting_regime_period (
    regime               text    NOT NULL,
    valid_from           date    NOT NULL,
    period               text    NOT NULL,
    from_years           integer NOT NULL,
    from_month           integer NOT NULL,
    from_day             integer NOT NULL,
    cut_off_anchor       text    NOT NULL,
    cut_off_working_days integer,
    cut_off_years        integer,
    cut_off_month        integer,
    cut_off_day          integer,
    due_anchor           text    NOT NULL,
    due_years            integer,
    due_month            integer,
    due_day              integer,
    CONSTRAINT pk_reporting_regime_period PRIMARY KEY (regime, valid_from, period),
    CONSTRAINT fk_reporting_regime_period_regime FOREIGN KEY (regime, valid_from) REFERENCES reporting_regime (code, valid_from),
    CONSTRAINT fk_reporting_regime_period_kind FOREIGN KEY (period) REFERENCES reporting_period_kind (code),
    CONSTRAINT ck_reporting_regime_period_from CHECK (from_years BETWEEN -1 AND 1 AND from_month BETWEEN 1 AND 12
        AND from_day BETWEEN 1 AND 31),
    CONSTRAINT ck_reporting_regime_period_cut_off CHECK (CASE cut_off_anchor
        WHEN 'DUE_DAY' THEN cut_off_working_days BETWEEN 0 AND 30 AND cut_off_working_days IS NOT NULL
            AND num_nonnulls(cut_off_years, cut_off_month, cut_off_day) = 0
        WHEN 'YEAR' THEN cut_off_working_days IS NULL AND num_nulls(cut_off_years, cut_off_month, cut_off_day) = 0
            AND cut_off_years BETWEEN -1 AND 1 AND cut_off_month BETWEEN 1 AND 12 AND cut_off_day BETWEEN 1 AND 31
        ELSE false END),
    CONSTRAINT ck_reporting_regime_period_due CHECK (CASE due_anchor
        WHEN 'MILESTONE' THEN num_nonnulls(due_years, due_month, due_day) = 0
        WHEN 'YEAR' THEN num_nulls(due_years, due_month, due_day) = 0
            AND due_years BETWEEN -1 AND 1 AND due_month BETWEEN 1 AND 12 AND due_day BETWEEN 1 AND 31
        ELSE false END)
);
COMMENT ON TABLE reporting_regime_period IS 'The days of each kind of period that a regime knows.';
COMMENT ON COLUMN reporting_regime_period.from_years IS 'The first day counted: from_day/from_month so many years after that of the period; -1 is the year before.';
COMMENT ON COLUMN reporting_regime_period.cut_off_anchor IS 'DUE_DAY: cut_off_working_days whole working days lie between the last day counted and the due day. YEAR: the day that cut_off_years, _month and _day name.';
COMMENT ON COLUMN reporting_regime_period.due_anchor IS 'MILESTONE: the day of the plan''s milestone. YEAR: the regime itself sets the day that due_years, _month and _day name.';

-- Each report under the plan tells of the year so far; one working day is left for writing and signing.
INSERT INTO reporting_regime_period (regime, valid_from, period, from_years, from_month, from_day, cut_off_anchor,
                                     cut_off_working_days, due_anchor)
SELECT g.code, g.valid_from, k.code, 0, 1, 1, 'DUE_DAY', 1, 'MILESTONE'
FROM reporting_regime g CROSS JOIN reporting_period_kind k
WHERE g.period_start_rule = 'FIRST_OF_JANUARY' AND g.cut_off_rule = 'ONE_WORKING_DAY_BETWEEN';

-- A regime may ask for its reports by itself: then no task of a plan is known by its title. The rules are no part of the form any more:
-- days are known of reports too that are written elsewhere. The columns of the two rules are read by the version before this one alone.
ALTER TABLE reporting_regime
    ALTER COLUMN task_title_pattern DROP NOT NULL,
    DROP CONSTRAINT ck_reporting_regime_form,
    ADD CONSTRAINT ck_reporting_regime_form CHECK (num_nulls(subject, document_symbol, recipients, on_behalf, signing_office,
                                                             outline) IN (0, 6));
COMMENT ON COLUMN reporting_regime.task_title_pattern IS 'LIKE pattern over the folded title (lower case, no diacritics) of the plan''s task whose schedule it is; absent where no plan asks for its reports.';
