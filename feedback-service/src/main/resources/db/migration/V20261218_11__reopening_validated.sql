ALTER TABLE feedback VALIDATE CONSTRAINT ck_feedback_state;
ALTER TABLE feedback VALIDATE CONSTRAINT ck_feedback_ended_on;
ALTER TABLE feedback VALIDATE CONSTRAINT ck_feedback_unit;
