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
