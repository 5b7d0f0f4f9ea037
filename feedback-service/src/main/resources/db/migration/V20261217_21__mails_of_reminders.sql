-- Functional mailboxes of units and authorities, and the digests that were sent to them. The version before knows neither.
CREATE TABLE mailbox (
    id              uuid        NOT NULL,
    version         integer     NOT NULL,
    authority_id    uuid        NOT NULL,
    unit_id         uuid,
    recipient       text        NOT NULL,
    address         text        NOT NULL,
    valid_from      date        NOT NULL,
    valid_to        date,
    entered_at      timestamptz NOT NULL,
    entered_by      text,
    entered_by_name text,
    reason          text        NOT NULL,
    ended_at        timestamptz,
    ended_by        text,
    ended_by_name   text,
    end_reason      text,
    CONSTRAINT pk_mailbox PRIMARY KEY (id),
    CONSTRAINT uq_mailbox_scope_valid_from UNIQUE NULLS NOT DISTINCT (authority_id, recipient, unit_id, valid_from),
    CONSTRAINT ck_mailbox_recipient CHECK (recipient IN ('OFFICER_UNIT', 'HEAD_OF_UNIT', 'LEADER', 'SUPERIOR')),
    CONSTRAINT ck_mailbox_unit CHECK (unit_id IS NULL OR recipient IN ('OFFICER_UNIT', 'HEAD_OF_UNIT')),
    CONSTRAINT ck_mailbox_address CHECK (char_length(address) <= 254),
    CONSTRAINT ck_mailbox_validity CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
COMMENT ON COLUMN mailbox.unit_id IS 'Null: of all units that have none of their own, and of cases without a unit.';

CREATE TABLE mail (
    id          uuid        NOT NULL,
    message_id  text        NOT NULL,
    mailbox_id  uuid        NOT NULL,
    composed_at timestamptz NOT NULL,
    attempts    integer     NOT NULL DEFAULT 0,
    last_error  text,
    sent_at     timestamptz,
    given_up_at timestamptz,
    CONSTRAINT pk_mail PRIMARY KEY (id),
    CONSTRAINT uq_mail_message_id UNIQUE (message_id),
    CONSTRAINT fk_mail_mailbox FOREIGN KEY (mailbox_id) REFERENCES mailbox (id),
    CONSTRAINT ck_mail_end CHECK (sent_at IS NULL OR given_up_at IS NULL)
);
COMMENT ON TABLE mail IS 'One for each digest, stored with its Message-ID before it is sent: sent again it is the same mail.';
CREATE INDEX ix_mail_waiting ON mail (composed_at) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX ix_mail_given_up ON mail (given_up_at) WHERE given_up_at IS NOT NULL;

ALTER TABLE reminder ADD COLUMN mail_id uuid CONSTRAINT fk_reminder_mail REFERENCES mail (id);
COMMENT ON COLUMN reminder.mail_id IS 'The digest that tells of it; null while none does.';
CREATE INDEX ix_reminder_to_be_mailed ON reminder (to_authority_id, recipient, feedback_id) WHERE open AND mail_id IS NULL;
CREATE INDEX ix_reminder_mail_id ON reminder (mail_id) WHERE mail_id IS NOT NULL;
