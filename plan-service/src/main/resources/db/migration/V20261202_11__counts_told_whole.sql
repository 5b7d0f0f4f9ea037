-- A count says also what could not be counted, and with which table a service went on before it had counted all.
ALTER TABLE calendar_revision_count
    ADD COLUMN passed_over   bigint NOT NULL DEFAULT 0,
    ADD COLUMN superseded_by text;
COMMENT ON COLUMN calendar_revision_count.passed_over IS 'Due days that could not be counted: they keep the day that they have.';
COMMENT ON COLUMN calendar_revision_count.superseded_by IS 'Version of the table that came into force before all were counted with this one.';
