CREATE TABLE sample_file (
    id      uuid  NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT pk_sample_file PRIMARY KEY (id)
);
ALTER TABLE sample_file ALTER COLUMN content SET STORAGE EXTERNAL;
