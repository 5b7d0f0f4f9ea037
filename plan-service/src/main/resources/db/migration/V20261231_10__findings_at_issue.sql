-- Findings of an issued plan whose codes the version before does not know, as they were at the issue. Among those in reading and
-- plan_finding a replica of it, beside this one or after a step back, could not show the plan.
ALTER TABLE plan_import
    ADD COLUMN further_findings jsonb,
    ADD CONSTRAINT ck_plan_import_further_findings CHECK (jsonb_typeof(further_findings) = 'array');
COMMENT ON COLUMN plan_import.further_findings IS 'Null until it is issued, and where the version before has issued it: they are then made of the document';
