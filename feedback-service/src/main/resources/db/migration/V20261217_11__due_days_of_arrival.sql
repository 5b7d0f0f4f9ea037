ALTER TABLE feedback VALIDATE CONSTRAINT ck_feedback_due_on;
