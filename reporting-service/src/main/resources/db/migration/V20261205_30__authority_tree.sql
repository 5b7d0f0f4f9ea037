-- Authorities are what plan-service told of them.
CREATE TRIGGER tr_authority_now_inserted AFTER INSERT ON authority_now
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_authorities();
CREATE TRIGGER tr_authority_now_updated AFTER UPDATE ON authority_now
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_authorities();
CREATE TRIGGER tr_authority_now_deleted AFTER DELETE ON authority_now
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION remove_authorities();
-- What is stored: the triggers hold other writers off until it is in the tree.
INSERT INTO authority_tree (id, parent_id) SELECT id, parent_id FROM authority_now;
SELECT move_authorities(ARRAY(SELECT id FROM authority_now));

-- Reports, and those that are due, are listed for the authority above too.
ALTER TABLE report ADD COLUMN authority_path uuid[];
CREATE TRIGGER tr_report_authority_path BEFORE INSERT OR UPDATE OF authority_id ON report
    FOR EACH ROW EXECUTE FUNCTION copy_authority_path();
CREATE TRIGGER tr_authority_tree_report AFTER UPDATE ON authority_tree
    REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION carry_authority_paths('report');
COMMENT ON COLUMN report.authority_path IS 'The authorities above its own, from the top down (authority_tree.path).';
ALTER TABLE due_report ADD COLUMN authority_path uuid[];
CREATE TRIGGER tr_due_report_authority_path BEFORE INSERT OR UPDATE OF authority_id ON due_report
    FOR EACH ROW EXECUTE FUNCTION copy_authority_path();
CREATE TRIGGER tr_authority_tree_due_report AFTER UPDATE ON authority_tree
    REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION carry_authority_paths('due_report');
COMMENT ON COLUMN due_report.authority_path IS 'The authorities above its own, from the top down (authority_tree.path).';
