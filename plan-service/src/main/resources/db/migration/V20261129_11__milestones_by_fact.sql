-- When a service that tells facts has lost some, the milestones that follow them are looked for.
CREATE INDEX ix_milestone_fact_id ON milestone (fact_id) WHERE fact_id IS NOT NULL;
