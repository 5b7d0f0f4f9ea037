-- A reading that was made of a report that is lost, since reporting-service was restored from a backup, holds no more. The report may be
-- approved again, under the same version in another epoch.
ALTER TABLE target_reading
    ADD COLUMN withdrawn boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT uq_target_reading_supersedes_id,
    DROP CONSTRAINT uq_target_reading_source_id;
CREATE UNIQUE INDEX uq_target_reading_supersedes_id ON target_reading (supersedes_id) WHERE NOT withdrawn;
CREATE UNIQUE INDEX uq_target_reading_source_id
    ON target_reading (target_id, source_id, coalesce(source_epoch, 0), source_version) WHERE NOT withdrawn;
CREATE INDEX ix_target_reading_source_id ON target_reading (source_id) WHERE NOT withdrawn;
COMMENT ON COLUMN target_reading.withdrawn IS 'Whether its source is lost: it supersedes nothing any more.';
