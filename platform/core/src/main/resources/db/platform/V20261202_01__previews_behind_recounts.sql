-- What a proposed table moves is counted against the table that it changes, behind every recount that is under way; and what could
-- not be counted is told with what could.
ALTER TABLE recount
    ADD COLUMN base_version text,
    ADD COLUMN passed_over  bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN recount.base_version IS 'Of a preview: the table that the proposed one changes. Null where the version before this wrote it.';
COMMENT ON COLUMN recount.passed_over IS 'Due days that could not be counted: they keep the day that they have.';
