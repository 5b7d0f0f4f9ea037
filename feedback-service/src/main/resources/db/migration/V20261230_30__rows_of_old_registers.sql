-- The key under which rows of old registers get their ids. It is made once and never another: with another one, a file sent again
-- would be taken again.
CREATE TABLE register_row_key (
    only_one boolean NOT NULL DEFAULT true,
    key      bytea   NOT NULL,
    CONSTRAINT pk_register_row_key PRIMARY KEY (only_one),
    CONSTRAINT ck_register_row_key_only_one CHECK (only_one),
    CONSTRAINT ck_register_row_key_length CHECK (octet_length(key) = 32)
);
INSERT INTO register_row_key (key) VALUES (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
COMMENT ON TABLE register_row_key IS 'HMAC key of the ids of rows of old registers, the same on all replicas and in every backup.';

-- The numbers that rows of old registers had there: people look for them, and a row whose other cells were corrected is known by them.
CREATE TABLE old_register_row (
    feedback_id  uuid NOT NULL,
    authority_id uuid NOT NULL,
    number       text NOT NULL,
    CONSTRAINT pk_old_register_row PRIMARY KEY (feedback_id),
    CONSTRAINT fk_old_register_row_feedback FOREIGN KEY (feedback_id) REFERENCES feedback (id),
    CONSTRAINT ck_old_register_row_number CHECK (char_length(number) BETWEEN 1 AND 50)
);
CREATE INDEX ix_old_register_row_number ON old_register_row (authority_id, number);
COMMENT ON COLUMN old_register_row.number IS 'As it is compared: in capitals, without leading zeros and signs around it.';
