-- An operator orders the next epoch, and the active relay begins it. What a large loss costs is worked off in parts, beside the requests.
ALTER TABLE time_line
    ADD COLUMN ordered_at timestamptz,
    ADD COLUMN ordered_by text,
    ADD COLUMN ordered_by_name text,
    ADD COLUMN order_reason text,
    ADD COLUMN order_error text;
COMMENT ON COLUMN time_line.ordered_at IS 'When an operator ordered the next epoch; null where none is ordered.';
COMMENT ON COLUMN time_line.order_error IS 'Why the last try to begin the ordered epoch failed; null while none has failed.';

-- What an epoch makes void is taken back in parts: what is left to be taken back stands in heard, behind the position.
ALTER TABLE heard_epoch ADD COLUMN begun boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN heard_epoch.begun IS 'Whether all that it makes void has been taken back; nothing of the topic is heard before.';

-- A table that its owner has lost is kept: due days that were counted with it name it.
ALTER TABLE working_calendar ADD COLUMN lost boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN working_calendar.lost IS 'Its owner has lost it in a restore: it is not in force.';
DROP INDEX uq_working_calendar_revision;
CREATE UNIQUE INDEX uq_working_calendar_revision ON working_calendar (revision) WHERE revision > 0 AND NOT lost;
