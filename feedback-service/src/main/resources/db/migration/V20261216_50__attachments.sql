-- Files of feedback: uploaded first, in any number of requests, and then named by the feedback that they belong to. Until then they
-- expire. The version before knows none.
ALTER TABLE feedback ADD COLUMN attachments smallint NOT NULL DEFAULT 0;

CREATE TABLE attachment (
    id            uuid        NOT NULL,
    file_name     text        NOT NULL,
    declared_type text,
    keeps_place   boolean     NOT NULL,
    -- Of the upload, in bytes: announced, and received so far.
    length        integer     NOT NULL,
    received      integer     NOT NULL DEFAULT 0,
    -- The address it comes from, as counted for limits; none of members of staff, and none once it belongs to a feedback.
    client        text,
    expires_at    timestamptz,
    -- Once all of it was received: of the file as it is kept.
    media_type    text,
    size          integer,
    sha256        text,
    -- Once it belongs to a feedback.
    feedback_id   uuid,
    authority_id  uuid,
    position      smallint,
    CONSTRAINT pk_attachment PRIMARY KEY (id),
    CONSTRAINT fk_attachment_feedback FOREIGN KEY (feedback_id) REFERENCES feedback (id),
    CONSTRAINT uq_attachment_position UNIQUE (feedback_id, position),
    CONSTRAINT ck_attachment_name CHECK (length(file_name) BETWEEN 1 AND 200),
    -- No leading BETWEEN: pg_dump parenthesises it otherwise after a restore, and the definitions would no longer compare equal.
    CONSTRAINT ck_attachment_length CHECK (length >= 1 AND length <= 20971520 AND received >= 0 AND received <= length),
    CONSTRAINT ck_attachment_complete CHECK (num_nonnulls(media_type, size, sha256) = CASE WHEN received = length THEN 3 ELSE 0 END),
    CONSTRAINT ck_attachment_of_feedback CHECK (
        num_nonnulls(feedback_id, authority_id, position) = CASE WHEN expires_at IS NULL THEN 3 ELSE 0 END
        AND (feedback_id IS NULL OR (received = length AND client IS NULL AND position BETWEEN 1 AND 10)))
);
CREATE INDEX ix_attachment_expires ON attachment (expires_at) WHERE feedback_id IS NULL;
CREATE INDEX ix_attachment_client ON attachment (client) WHERE feedback_id IS NULL;

-- What was received of an unfinished upload: all chunks but the last are of 256 KB.
CREATE TABLE attachment_chunk (
    attachment_id uuid     NOT NULL,
    number        smallint NOT NULL,
    content       bytea    NOT NULL,
    CONSTRAINT pk_attachment_chunk PRIMARY KEY (attachment_id, number),
    CONSTRAINT fk_attachment_chunk_attachment FOREIGN KEY (attachment_id) REFERENCES attachment (id) ON DELETE CASCADE,
    CONSTRAINT ck_attachment_chunk_length CHECK (octet_length(content) BETWEEN 1 AND 262144)
);
ALTER TABLE attachment_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

-- The files, read in slices: apart from what lists read.
CREATE TABLE attachment_content (
    attachment_id uuid  NOT NULL,
    content       bytea NOT NULL,
    CONSTRAINT pk_attachment_content PRIMARY KEY (attachment_id),
    CONSTRAINT fk_attachment_content_attachment FOREIGN KEY (attachment_id) REFERENCES attachment (id) ON DELETE CASCADE
);
ALTER TABLE attachment_content ALTER COLUMN content SET STORAGE EXTERNAL;
