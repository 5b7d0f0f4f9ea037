-- A mark may come again: from a relay that sends twice, or with the records of a partition that is read again. It does not take
-- back what a later one has told.
ALTER TABLE heard_to
    ADD COLUMN mark_epoch    integer,
    ADD COLUMN mark_sequence bigint;
COMMENT ON COLUMN heard_to.mark_epoch IS 'The place of the last mark among those of the service that tells them; absent where it was heard before this was kept.';
