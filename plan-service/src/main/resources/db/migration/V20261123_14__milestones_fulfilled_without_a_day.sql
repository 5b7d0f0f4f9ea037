-- A report may be sent for a period to which nobody has given a day: what is fulfilled, returned or waived needs none.
ALTER TABLE milestone
    DROP CONSTRAINT ck_milestone_dated,
    ADD CONSTRAINT ck_milestone_dated CHECK (due_on IS NOT NULL OR state <> 'OPEN');
