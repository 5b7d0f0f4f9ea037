-- Who has entered and who has ended a policy, when and why. Those from before have no such words: a migration has entered them.
ALTER TABLE handling_policy
    ADD COLUMN version         integer NOT NULL DEFAULT 1,
    ADD COLUMN entered_at      timestamptz,
    ADD COLUMN entered_by      text,
    ADD COLUMN entered_by_name text,
    ADD COLUMN reason          text,
    ADD COLUMN ended_at        timestamptz,
    ADD COLUMN ended_by        text,
    ADD COLUMN ended_by_name   text,
    ADD COLUMN end_reason      text;
