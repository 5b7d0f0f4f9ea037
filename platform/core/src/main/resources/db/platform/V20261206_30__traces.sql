-- In which trace a change was made, as the header of the event tells it (W3C Trace Context). Rows of versions before have none.
ALTER TABLE journal ADD COLUMN traceparent text;
COMMENT ON COLUMN journal.traceparent IS 'W3C Trace Context, of the span in which it was written; null where there was none.';
