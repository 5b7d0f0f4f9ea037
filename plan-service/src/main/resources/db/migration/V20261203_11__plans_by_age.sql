-- The id of a plan follows from its authority, year and number, and says no more when it was issued.
DROP INDEX ix_plan_year;
DROP INDEX ix_plan_authority_id;
CREATE INDEX ix_plan_year ON plan (year, issued_at, id);
CREATE INDEX ix_plan_authority_id ON plan (authority_id, year, issued_at, id);
