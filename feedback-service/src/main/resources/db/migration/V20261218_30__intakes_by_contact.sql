-- How much of what one phone number or email address may hand in is used up.
CREATE TABLE intake_contact (
    contact    bytea       NOT NULL,
    used_until timestamptz NOT NULL,
    CONSTRAINT pk_intake_contact PRIMARY KEY (contact)
);
CREATE INDEX ix_intake_contact_used_until ON intake_contact (used_until);
COMMENT ON TABLE intake_contact IS 'Each intake moves used_until by the time in which one more is allowed; past ones are deleted.';
COMMENT ON COLUMN intake_contact.contact IS 'HMAC-SHA256 under the tracking key: the number or address itself is not kept.';
