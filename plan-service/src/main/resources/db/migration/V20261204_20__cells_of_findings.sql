-- A finding names the cells it is about. Those that a former version has kept, or keeps while it runs beside this one, have none:
-- they are shown with the rows, the column of their code, and the words of then (ADR 6). The drafts' own findings stand in
-- plan_import.reading and follow the same rule.
ALTER TABLE plan_finding
    ADD COLUMN cells jsonb,
    ADD CONSTRAINT ck_plan_finding_cells CHECK (jsonb_typeof(cells) = 'array');
COMMENT ON COLUMN plan_finding.cells IS 'Null where a former version has kept the finding: its figures do not say all that its text says';
COMMENT ON COLUMN plan_finding.text_vi IS 'As it was when the finding was made; shown where cells is null, read by the former version';
COMMENT ON COLUMN plan_finding.text_en IS 'As it was when the finding was made; shown where cells is null, read by the former version';
