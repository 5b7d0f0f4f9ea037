-- A referral keeps the moment at which its term had passed, as the case does: a term of working hours ends within a day. Absent where a
-- replica of the version before has written the row; then it is the end of due_on.
ALTER TABLE feedback_referral ADD COLUMN due_at timestamptz;
COMMENT ON COLUMN feedback_referral.due_at IS 'The first moment at which a referral would have been late; absent: the end of due_on in Vietnam.';
