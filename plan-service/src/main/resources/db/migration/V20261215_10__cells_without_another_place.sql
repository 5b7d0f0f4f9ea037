-- Cells of the annex in columns that have no other place, as printed: [{"heading": …, "text": …}]. Rows of the version before have none.
ALTER TABLE task ADD COLUMN other_cells jsonb NOT NULL DEFAULT '[]';
