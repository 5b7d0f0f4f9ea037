-- The reason of the last step of a milestone's change stands in the journal's reason; in the detail it stood once more.
UPDATE journal
SET detail = detail #- '{steps,-1,reason}'
WHERE kind = 'milestone' AND detail -> 'steps' -> -1 ->> 'reason' = reason;
