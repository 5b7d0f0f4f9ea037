-- The keys of the next migration are made beside those that they replace: meanwhile everything can be read, and nothing answered or
-- referred.
ALTER TABLE feedback VALIDATE CONSTRAINT ck_feedback_round;
ALTER TABLE feedback VALIDATE CONSTRAINT ck_feedback_due_at;
ALTER TABLE feedback VALIDATE CONSTRAINT ck_feedback_limit_clock;
ALTER TABLE feedback_answer VALIDATE CONSTRAINT ck_feedback_answer_round;
ALTER TABLE feedback_referral VALIDATE CONSTRAINT ck_feedback_referral_round;
CREATE UNIQUE INDEX pk_feedback_answer_round ON feedback_answer (feedback_id, round);
CREATE UNIQUE INDEX pk_feedback_referral_round ON feedback_referral (feedback_id, round);
