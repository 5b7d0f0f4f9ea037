-- The past of one kind is sent again in the order of its positions. A kind of which there is little must be found among all the
-- others without reading them.
CREATE INDEX ix_journal_kind_position ON journal (kind, position);

-- How far an order is is told by positions: to count what there is to send is to read all of it.
ALTER TABLE republication
    ADD COLUMN first      bigint NOT NULL DEFAULT 1,
    ADD COLUMN last_error text,
    ALTER COLUMN total SET DEFAULT 0;
COMMENT ON COLUMN republication.first IS 'The position that it begins with.';
COMMENT ON COLUMN republication.last_error IS 'Why it does not get on; absent while it does.';
COMMENT ON COLUMN republication.total IS 'Neither written nor read any more.';
