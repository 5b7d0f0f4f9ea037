-- Authorities are written here.
CREATE TRIGGER tr_authority_inserted AFTER INSERT ON authority
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_authorities();
CREATE TRIGGER tr_authority_updated AFTER UPDATE ON authority
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_authorities();
CREATE TRIGGER tr_authority_deleted AFTER DELETE ON authority
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION remove_authorities();
-- What is stored: the triggers hold other writers off until it is in the tree.
INSERT INTO authority_tree (id, parent_id) SELECT id, parent_id FROM authority;
SELECT move_authorities(ARRAY(SELECT id FROM authority));

-- Plans and milestones are listed for the authority above too.
ALTER TABLE plan ADD COLUMN authority_path uuid[];
CREATE TRIGGER tr_plan_authority_path BEFORE INSERT OR UPDATE OF authority_id ON plan
    FOR EACH ROW EXECUTE FUNCTION copy_authority_path();
CREATE TRIGGER tr_authority_tree_plan AFTER UPDATE ON authority_tree
    REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION carry_authority_paths('plan');
COMMENT ON COLUMN plan.authority_path IS 'The authorities above its own, from the top down (authority_tree.path).';
ALTER TABLE milestone ADD COLUMN authority_path uuid[];
CREATE TRIGGER tr_milestone_authority_path BEFORE INSERT OR UPDATE OF authority_id ON milestone
    FOR EACH ROW EXECUTE FUNCTION copy_authority_path();
CREATE TRIGGER tr_authority_tree_milestone AFTER UPDATE ON authority_tree
    REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION carry_authority_paths('milestone');
COMMENT ON COLUMN milestone.authority_path IS 'The authorities above its own, from the top down (authority_tree.path).';
