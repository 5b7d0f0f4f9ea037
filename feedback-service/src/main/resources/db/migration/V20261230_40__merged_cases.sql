-- Cases that tell of the same matter: one leads the others. Each keeps its number, its limit and its sender.
-- The version before knows nothing of it, and leaves the column as it is.
ALTER TABLE feedback
    ADD COLUMN merged_into uuid,
    ADD CONSTRAINT ck_feedback_merged_into CHECK (merged_into <> id) NOT VALID,
    ADD CONSTRAINT fk_feedback_merged_into FOREIGN KEY (merged_into) REFERENCES feedback (id) NOT VALID;
CREATE INDEX ix_feedback_merged_into ON feedback (merged_into, received_at, id) WHERE merged_into IS NOT NULL;
COMMENT ON COLUMN feedback.merged_into IS 'The case that leads those of the same matter, which is merged into none itself; null for it and for all others.';
