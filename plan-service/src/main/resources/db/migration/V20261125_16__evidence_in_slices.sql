-- Files are read slice by slice: of a value that is not compressed, PostgreSQL reads only the slice. Most files are compressed
-- already. Those that are there stay as they are; a slice of one that was compressed costs its decompression.
ALTER TABLE evidence_file ALTER COLUMN content SET STORAGE EXTERNAL;
