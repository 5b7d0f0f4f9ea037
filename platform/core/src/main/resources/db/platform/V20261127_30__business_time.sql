-- Business time by the database's clock, which is one for all replicas; to the millisecond, as the services tell it.
CREATE FUNCTION business_time() RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT date_trunc('milliseconds', statement_timestamp())
        + coalesce((SELECT offset_millis FROM training_clock), 0) * interval '1 millisecond'
$$;

-- Kinds take turns: what is due of one is found without passing by what is due of the others. What was put off is never due
-- before its own time.
CREATE INDEX ix_timer_kind_due ON timer (kind, greatest(due_at, retry_at)) WHERE done_at IS NULL;
DROP INDEX ix_timer_due;
