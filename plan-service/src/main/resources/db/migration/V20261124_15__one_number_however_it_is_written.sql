-- "57 /KH–UBND" and "57/kh-ubnd" are one number: spaces, the kind of dash and case do not tell plans apart.
ALTER TABLE plan_import
    ADD COLUMN number_key text NOT NULL GENERATED ALWAYS AS (
        lower(regexp_replace(regexp_replace(number, '[\s\u00a0\u200b]+', '', 'g'), '[\u2010-\u2015\u2212]', '-', 'g'))) STORED;
DROP INDEX uq_plan_import_number;
CREATE UNIQUE INDEX uq_plan_import_number ON plan_import (authority_id, year, number_key) WHERE state <> 'DISCARDED';
