-- By how much at a time a limit may be extended, and whether it may when its due moment has passed.
ALTER TABLE handling_policy
    ADD COLUMN limit_longest_extension    integer,
    ADD COLUMN limit_extends_when_overdue boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT ck_handling_policy_longest_extension CHECK (limit_longest_extension BETWEEN 1 AND 365);
COMMENT ON COLUMN handling_policy.limit_longest_extension IS 'In the unit of the limit; null stands for the limit itself.';
