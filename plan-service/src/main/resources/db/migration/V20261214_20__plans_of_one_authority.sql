-- The plans of one authority, whatever their year, in the order of the list: until now they were all read and sorted. Meanwhile everything
-- can be read, and nothing entered.
CREATE INDEX ix_plan_authority_id_issued_at ON plan (authority_id, issued_at, id);
