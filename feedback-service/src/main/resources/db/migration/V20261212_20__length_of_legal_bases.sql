-- The API documents how long the legal basis of a limit is. Rows that are there stay as they are.
ALTER TABLE handling_policy
    ADD CONSTRAINT ck_handling_policy_legal_basis CHECK (char_length(limit_legal_basis) <= 1000) NOT VALID;
