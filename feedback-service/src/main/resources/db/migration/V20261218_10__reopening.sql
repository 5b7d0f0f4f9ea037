-- A case may be opened again for some time after its answer. How often and how long is data of the policy, copied to the case. The version
-- before cannot read a case that is reopened: nobody may reopen one while it runs.
ALTER TABLE handling_policy
    ADD COLUMN reopening_times        integer NOT NULL DEFAULT 1,
    ADD COLUMN reopening_working_days integer NOT NULL DEFAULT 10,
    ADD CONSTRAINT ck_handling_policy_reopening_times CHECK (reopening_times >= 0 AND reopening_times <= 10),
    ADD CONSTRAINT ck_handling_policy_reopening_days CHECK (reopening_working_days >= 1 AND reopening_working_days <= 250);
COMMENT ON COLUMN handling_policy.reopening_times IS 'How often a case may be reopened; 0: never.';
COMMENT ON COLUMN handling_policy.reopening_working_days IS 'After the day of the answer.';

ALTER TABLE feedback
    ADD COLUMN reopening_times        integer NOT NULL DEFAULT 1,
    ADD COLUMN reopening_working_days integer NOT NULL DEFAULT 10,
    ADD COLUMN reopenable_until       date,
    ADD COLUMN earlier_answer_late    boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT ck_feedback_state,
    ADD CONSTRAINT ck_feedback_state CHECK (state IN ('RECEIVED', 'SUPPLEMENT_REQUESTED', 'ACCEPTED', 'REFUSED', 'REFERRED',
        'ASSIGNED', 'ANSWERED', 'CLOSED', 'REOPENED', 'WITHDRAWN')) NOT VALID,
    DROP CONSTRAINT ck_feedback_ended_on,
    ADD CONSTRAINT ck_feedback_ended_on CHECK ((ended_on IS NULL) =
        (state IN ('RECEIVED', 'SUPPLEMENT_REQUESTED', 'ACCEPTED', 'ASSIGNED', 'REOPENED'))) NOT VALID,
    DROP CONSTRAINT ck_feedback_unit,
    ADD CONSTRAINT ck_feedback_unit CHECK (state NOT IN ('ASSIGNED', 'ANSWERED', 'CLOSED', 'REOPENED') OR unit_id IS NOT NULL) NOT VALID;
COMMENT ON COLUMN feedback.reopenable_until IS 'The last day, as told with the answer; null of an answer of the version before.';
COMMENT ON COLUMN feedback.earlier_answer_late IS 'Whether the answer of a round before the present one was late.';

-- A round that had its answer and was followed by another one: its limit as it stood then, in the columns of feedback.
CREATE TABLE feedback_round (
    feedback_id                uuid        NOT NULL,
    round                      integer     NOT NULL,
    authority_id               uuid        NOT NULL,
    policy_id                  uuid        NOT NULL,
    limit_amount               integer     NOT NULL,
    limit_unit                 text        NOT NULL,
    limit_rolls_forward        boolean     NOT NULL,
    limit_max_extensions       integer     NOT NULL,
    limit_longest_extension    integer,
    limit_extends_when_overdue boolean     NOT NULL,
    limit_paused_in            text        NOT NULL,
    limit_legal_basis          text        NOT NULL,
    limit_extensions           text,
    state_spans                text,
    paused_days                integer     NOT NULL,
    paused_since               date,
    due_on                     date        NOT NULL,
    due_at                     timestamptz NOT NULL,
    due_calendar               text        NOT NULL,
    due_provisional            boolean     NOT NULL,
    due_moved_from             date,
    answered_at                timestamptz NOT NULL,
    in_time                    boolean     NOT NULL,
    reopened_at                timestamptz NOT NULL,
    CONSTRAINT pk_feedback_round PRIMARY KEY (feedback_id, round),
    CONSTRAINT fk_feedback_round_feedback FOREIGN KEY (feedback_id) REFERENCES feedback (id),
    CONSTRAINT ck_feedback_round_round CHECK (round >= 1)
);
COMMENT ON COLUMN feedback_round.in_time IS 'The verdict on the answer of this round, which no later one changes.';
COMMENT ON COLUMN feedback_round.reopened_at IS 'The end of this round and the beginning of the next one.';
-- Figures count a case as late if any of its answers was.
CREATE INDEX ix_feedback_round_late ON feedback_round (authority_id, feedback_id, reopened_at) WHERE NOT in_time;
