-- Who reports to whom, and which units an authority has, change by law: rows with a period of validity, ids for ever.
CREATE TABLE authority (
    id                 uuid        NOT NULL,
    version            bigint      NOT NULL,
    code               text        NOT NULL,
    name               text        NOT NULL,
    level              text        NOT NULL,
    parent_id          uuid,
    place              text        NOT NULL,
    deadline_inclusive boolean     NOT NULL,
    valid_from         date        NOT NULL,
    valid_to           date,
    changed_at         timestamptz NOT NULL,
    CONSTRAINT pk_authority PRIMARY KEY (id),
    CONSTRAINT uq_authority_code UNIQUE (code),
    CONSTRAINT fk_authority_parent_id FOREIGN KEY (parent_id) REFERENCES authority (id),
    CONSTRAINT ck_authority_level CHECK (level IN ('PROVINCE', 'DISTRICT', 'COMMUNE')),
    CONSTRAINT ck_authority_parent_id CHECK (parent_id <> id),
    CONSTRAINT ck_authority_validity CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX ix_authority_parent_id ON authority (parent_id, code);
CREATE INDEX ix_authority_level ON authority (level, code);
COMMENT ON COLUMN authority.deadline_inclusive IS 'Whether X itself is in time in "trước ngày X"';

CREATE TABLE unit (
    id           uuid   NOT NULL,
    authority_id uuid   NOT NULL,
    code         text   NOT NULL,
    name         text   NOT NULL,
    kind         text   NOT NULL,
    aliases      text[] NOT NULL,
    valid_from   date   NOT NULL,
    valid_to     date,
    CONSTRAINT pk_unit PRIMARY KEY (id),
    CONSTRAINT uq_unit_code UNIQUE (authority_id, code),
    CONSTRAINT fk_unit_authority_id FOREIGN KEY (authority_id) REFERENCES authority (id),
    CONSTRAINT ck_unit_kind CHECK (kind IN ('UNIT', 'BODY', 'LEADERSHIP', 'GROUP')),
    CONSTRAINT ck_unit_validity CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
COMMENT ON COLUMN unit.aliases IS 'Other ways in which plans write the unit';
