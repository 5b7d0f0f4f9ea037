-- What may be extended as copied from the policy, what was granted, and what is asked for. The version before knows no extension: it
-- would count the due day without it when a pause ends or a table of working days changes.
ALTER TABLE feedback
    ADD COLUMN limit_longest_extension    integer,
    ADD COLUMN limit_extends_when_overdue boolean NOT NULL DEFAULT false,
    ADD COLUMN limit_extensions           text,
    ADD COLUMN extension_requested        integer,
    ADD COLUMN extension_reason           text,
    ADD CONSTRAINT ck_feedback_extension CHECK ((extension_requested IS NULL) = (extension_reason IS NULL)) NOT VALID;
COMMENT ON COLUMN feedback.limit_extensions IS 'Granted ones, oldest first: each its amount in the unit of the limit and the moment of the decision.';
COMMENT ON COLUMN feedback.extension_requested IS 'In the unit of the limit, until it is decided on.';
