-- The list is by year, the latest first, then plan by plan in printed order. Meanwhile no plan can be issued.
CREATE INDEX ix_task_listing_authority_id ON task_listing (authority_id, (-year), plan_id, seq);
CREATE INDEX ix_task_listing_beneath_1 ON task_listing ((authority_path[1]), (-year), plan_id, seq);
CREATE INDEX ix_task_listing_beneath_2 ON task_listing ((authority_path[2]), (-year), plan_id, seq);
CREATE INDEX ix_task_listing_plan_id ON task_listing (plan_id, (-year), seq);
CREATE INDEX ix_task_listing_lead_unit_id ON task_listing (lead_unit_id, (-year), plan_id, seq) WHERE lead_unit_id IS NOT NULL;
-- Any of the columns alone, or several, narrow a search. Written at once: a search never reads through what was written lately.
CREATE INDEX ix_task_listing_words ON task_listing USING gin (authority_id, (authority_path[1]), (authority_path[2]), words)
    WITH (fastupdate = off);
