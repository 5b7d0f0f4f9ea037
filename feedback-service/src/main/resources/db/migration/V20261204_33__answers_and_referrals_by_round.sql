-- Of each round of a case one answer and one referral. The version before knows one round: it must run no more when a case is
-- opened again for the first time.
ALTER TABLE feedback_answer
    DROP CONSTRAINT pk_feedback_answer,
    ADD CONSTRAINT pk_feedback_answer PRIMARY KEY USING INDEX pk_feedback_answer_round;
ALTER TABLE feedback_referral
    DROP CONSTRAINT pk_feedback_referral,
    ADD CONSTRAINT pk_feedback_referral PRIMARY KEY USING INDEX pk_feedback_referral_round;
