-- The document that a draft had before it was last replaced, and what was found in it: for comparison with the one it has.
CREATE TABLE plan_import_before (
    import_id uuid   NOT NULL,
    version   bigint NOT NULL,
    document  jsonb  NOT NULL,
    findings  jsonb  NOT NULL,
    CONSTRAINT pk_plan_import_before PRIMARY KEY (import_id),
    CONSTRAINT fk_plan_import_before_import_id FOREIGN KEY (import_id) REFERENCES plan_import (id) ON DELETE CASCADE
);
COMMENT ON COLUMN plan_import_before.version IS 'Version of the draft with this document; of use while the draft has the next one.';
