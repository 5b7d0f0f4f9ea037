-- What has been settled is deleted after a while, oldest first.
CREATE INDEX ix_timer_done_at ON timer (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX ix_dead_letter_processed ON dead_letter (tried_at) WHERE state = 'PROCESSED';
