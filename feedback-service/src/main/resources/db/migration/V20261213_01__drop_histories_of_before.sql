-- Carried into the journal by V20261126_10; read by no version since.
DROP TABLE feedback_change;

-- They completed what replicas from before V20261204_30 wrote.
DROP TRIGGER tr_feedback_limit_clock_insert ON feedback;
DROP TRIGGER tr_feedback_limit_clock_update ON feedback;
DROP FUNCTION keep_limit_clock();
DROP FUNCTION state_span(text, timestamptz);
