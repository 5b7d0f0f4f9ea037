-- Carried into the journal and into heard by V20261126_10; read by no version since.
DROP TABLE report_change;
DROP TABLE fact;

-- Rules of a regime's periods are rows since V20261204_10; lists of due reports have their own table since V20261204_12.
ALTER TABLE reporting_regime
    DROP COLUMN period_start_rule,
    DROP COLUMN cut_off_rule;
DROP INDEX ix_scheduled_milestone_now_authority;
DROP INDEX ix_scheduled_milestone_now_moved;
DROP INDEX ix_scheduled_milestone_now_provisional;
