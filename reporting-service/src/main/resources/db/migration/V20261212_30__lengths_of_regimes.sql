-- The API documents how long these are. Rows that are there stay as they are.
ALTER TABLE reporting_regime
    ADD CONSTRAINT ck_reporting_regime_lengths CHECK (char_length(code) <= 40 AND char_length(name) <= 300
        AND char_length(subject) <= 300 AND char_length(document_symbol) <= 50) NOT VALID;
ALTER TABLE reporting_period_kind
    ADD CONSTRAINT ck_reporting_period_kind_label_length CHECK (char_length(label) <= 90) NOT VALID;
