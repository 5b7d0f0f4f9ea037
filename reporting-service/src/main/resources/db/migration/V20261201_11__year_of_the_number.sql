-- A number belongs to the book of the year in which it was given; a later approval keeps the number and not the day.
ALTER TABLE report ADD COLUMN number_year integer;
COMMENT ON COLUMN report.number_year IS 'The year of the book in which the number was given.';
UPDATE report SET number_year = extract(year FROM coalesce(
    (SELECT min(e.approved_on) FROM report_edition e WHERE e.report_id = report.id), approved_on))
WHERE number IS NOT NULL;
