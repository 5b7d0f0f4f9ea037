-- Documents are sent slice by slice: of a value that is not compressed, PostgreSQL reads only the slice. Those that are there stay as
-- they are; a slice of one that was compressed costs its decompression.
ALTER TABLE report_edition ALTER COLUMN pdf SET STORAGE EXTERNAL;
