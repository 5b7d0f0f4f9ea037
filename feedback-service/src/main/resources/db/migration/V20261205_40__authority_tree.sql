-- Authorities are what plan-service told of them.
CREATE TRIGGER tr_known_authority_inserted AFTER INSERT ON known_authority
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_authorities();
CREATE TRIGGER tr_known_authority_updated AFTER UPDATE ON known_authority
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_authorities();
CREATE TRIGGER tr_known_authority_deleted AFTER DELETE ON known_authority
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION remove_authorities();
-- What is stored: the triggers hold other writers off until it is in the tree.
INSERT INTO authority_tree (id, parent_id) SELECT id, parent_id FROM known_authority;
SELECT move_authorities(ARRAY(SELECT id FROM known_authority));
