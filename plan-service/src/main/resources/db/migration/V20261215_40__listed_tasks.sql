-- Tasks across plans, as a list shows and searches them. A table of its own: replicas of the version before join task with tables that
-- have a path, too, and name that column without its table.
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- The words of a text as they are searched: folded as VietnameseText folds (lower case, no marks, đ and its look-alikes d, every dash a
-- hyphen), divided at white space, without punctuation at the ends; of a word with punctuation in it ("57/KH-UBND") its parts too.
-- TaskWords divides what is searched for in the same way.
CREATE FUNCTION searchable_words(content text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH token AS (
        SELECT regexp_replace(word, '^[!-/:-@[-`{-~\u00A1-\u00BF\u2010-\u205E]+|[!-/:-@[-`{-~\u00A1-\u00BF\u2010-\u205E]+$', '', 'g') AS whole
        FROM regexp_split_to_table(translate(lower(regexp_replace(regexp_replace(normalize(content, NFD),
            '[\u0001-\u0008\u000E-\u001B\u007F-\u0084\u0086-\u009F\u00AD\u0300-\u036F\u061C\u115F\u1160\u180B-\u180F\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF\u2800\u3164\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF\uFFA0\uFFF0-\uFFFB\U000E0000-\U000E0FFF]',
            '', 'g'), '[\u2010-\u2015\u2212]', '-', 'g')), 'đðɖĐÐƉ', 'dddddd'),
            '[\u0009-\u000D\u001C-\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+') word)
    SELECT array_to_tsvector(coalesce(array_agg(DISTINCT left(word, 100)), '{}'))
    FROM (SELECT whole FROM token
          UNION ALL SELECT regexp_split_to_table(whole, '[!-/:-@[-`{-~\u00A1-\u00BF\u2010-\u205E]+') FROM token) each (word)
    WHERE word <> ''
$$;

CREATE TABLE task_listing (
    task_id        uuid     NOT NULL,
    plan_id        uuid     NOT NULL,
    authority_id   uuid     NOT NULL,
    authority_path uuid[],
    year           integer  NOT NULL,
    seq            integer  NOT NULL,
    code           text,
    lead_unit_id   uuid,
    words          tsvector NOT NULL,
    CONSTRAINT pk_task_listing PRIMARY KEY (task_id)
);
COMMENT ON TABLE task_listing IS 'The tasks of all plans, without headings, for lists and search; written with the task, and never changed.';
COMMENT ON COLUMN task_listing.authority_path IS 'The authorities above its own, from the top down (authority_tree.path).';
COMMENT ON COLUMN task_listing.words IS 'Words of code, title, parties, products, timing, other cells and the headings above, folded.';
CREATE TRIGGER tr_task_listing_authority_path BEFORE INSERT OR UPDATE OF authority_id ON task_listing
    FOR EACH ROW EXECUTE FUNCTION copy_authority_path();
CREATE TRIGGER tr_authority_tree_task_listing AFTER UPDATE ON authority_tree
    REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION carry_authority_paths('task_listing');
