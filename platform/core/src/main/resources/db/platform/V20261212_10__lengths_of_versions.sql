-- The API documents how long the version of a table of working days is. Rows that are there stay as they are.
ALTER TABLE working_calendar ADD CONSTRAINT ck_working_calendar_version_length CHECK (char_length(version) <= 100) NOT VALID;
