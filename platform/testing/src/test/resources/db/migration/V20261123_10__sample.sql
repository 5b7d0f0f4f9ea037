CREATE TABLE sample (
    id           uuid    NOT NULL,
    authority_id uuid    NOT NULL,
    version      bigint  NOT NULL,
    name         text    NOT NULL,
    CONSTRAINT pk_sample PRIMARY KEY (id)
);

CREATE TABLE sample_projection (
    id      uuid        NOT NULL,
    version bigint      NOT NULL,
    name    varchar(40) NOT NULL,
    CONSTRAINT pk_sample_projection PRIMARY KEY (id)
);

CREATE TABLE sample_reminder (
    id   uuid NOT NULL,
    step text NOT NULL
);
