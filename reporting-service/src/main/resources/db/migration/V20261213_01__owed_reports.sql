-- What is owed, of all authorities, is counted for the operators.
CREATE INDEX ix_due_report_owed ON due_report (due_on) WHERE milestone_state IN ('OPEN', 'RETURNED');
