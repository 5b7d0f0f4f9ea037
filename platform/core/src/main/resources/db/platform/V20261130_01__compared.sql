-- Whether the journal has been compared with the topics since the relay that is active became so.
ALTER TABLE time_line ADD COLUMN compared_by bigint;
COMMENT ON COLUMN time_line.compared_by IS 'The fence of the lease of the relay that has compared last; null before the first has.';
