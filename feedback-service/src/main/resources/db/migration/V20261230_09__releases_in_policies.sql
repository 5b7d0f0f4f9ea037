-- Whether the leader releases each answer of what a policy holds for. Apart from the columns of the cases, so that nothing waits for a lock on
-- both tables. The version before answers directly.
ALTER TABLE handling_policy ADD COLUMN answers_need_release boolean NOT NULL DEFAULT false;
