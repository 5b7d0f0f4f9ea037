-- The first document of a draft that was replaced more than once; until then plan_import_before has it. The version before drops the
-- row there when the draft is issued or given up, and so the row here.
CREATE TABLE plan_import_first (
    import_id uuid   NOT NULL,
    version   bigint NOT NULL,
    document  jsonb  NOT NULL,
    findings  jsonb  NOT NULL,
    CONSTRAINT pk_plan_import_first PRIMARY KEY (import_id),
    CONSTRAINT fk_plan_import_first_import_id FOREIGN KEY (import_id) REFERENCES plan_import_before (import_id) ON DELETE CASCADE
);
COMMENT ON COLUMN plan_import_first.version IS 'Version of the draft with this document; above 0 where the version before has replaced earlier ones';
