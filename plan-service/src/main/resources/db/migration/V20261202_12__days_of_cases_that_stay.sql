-- The day of a case moves with another table of working days where its limit rolls, or counts working days; that is told by the
-- service that keeps the case. Where it stays, the last working day before it is counted here. The default is what was taken so far.
ALTER TABLE milestone ADD COLUMN due_rolls boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN milestone.due_rolls IS 'Whether due_on moves when another table makes it a day off, where it is the day of a case.';
