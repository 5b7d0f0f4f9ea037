-- What the growth of a target is relative to, as printed: "năm 2021", "50 %". Targets of the version before have none.
ALTER TABLE target ADD COLUMN base text;
COMMENT ON COLUMN target.base IS 'Null where the text does not say';
