-- Carried into the journal and into heard by V20261126_10; read by no version since.
DROP TABLE milestone_change;
DROP TABLE feedback_fact;
DROP TABLE report_fact;
