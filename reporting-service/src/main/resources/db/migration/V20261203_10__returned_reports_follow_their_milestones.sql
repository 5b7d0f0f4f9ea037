-- A report that was returned is owed again: its due day follows the plan's milestone like that of a draft.
DROP INDEX ix_report_draft;
CREATE INDEX ix_report_editable ON report (authority_id, due_on, id) WHERE state IN ('DRAFT', 'RETURNED');
