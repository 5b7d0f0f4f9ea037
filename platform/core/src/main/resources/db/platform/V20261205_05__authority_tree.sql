-- Which authority lies beneath which: one answer for all services (platform/docs/adr/0016-one-authority-tree.md). It is derived, in the
-- transaction that writes it, from the table in which a service keeps its authorities, by triggers there: so it is also right for what
-- a replica of the version before writes, which knows nothing of it.
CREATE TABLE authority_tree (
    id        uuid   NOT NULL,
    parent_id uuid,
    path      uuid[] NOT NULL DEFAULT '{}',
    CONSTRAINT pk_authority_tree PRIMARY KEY (id)
);
CREATE INDEX ix_authority_tree_parent_id ON authority_tree (parent_id);
COMMENT ON COLUMN authority_tree.parent_id IS 'As it was told, whether or not that one has been told of yet.';
COMMENT ON COLUMN authority_tree.path IS 'All authorities above it, from the top down, the parent last; none where it stands in a cycle.';

-- From what was told of parents only, so the order in which it was told makes no difference. Parents that form a cycle for a moment, while
-- one of two changes has been told, have nothing above them; what hangs from the cycle lies beneath the one it hangs from.
CREATE FUNCTION authority_path(authority uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE
    ladder uuid[] := ARRAY[authority];
    parent uuid;
BEGIN
    LOOP
        SELECT parent_id INTO parent FROM authority_tree WHERE id = ladder[1];
        IF parent = ANY (ladder) THEN
            ladder := ladder[array_position(ladder, parent):];
            RETURN CASE WHEN parent = authority THEN '{}' ELSE ladder[:cardinality(ladder) - 1] END;
        END IF;
        IF parent IS NULL THEN
            RETURN ladder[:cardinality(ladder) - 1];
        END IF;
        ladder := parent || ladder;
    END LOOP;
END
$$;

-- Writers of the tree follow one another; whoever copies a path shares the lock, and so never keeps one that is being changed. The key is
-- "tree" in ASCII.
CREATE FUNCTION lock_authority_tree() RETURNS void LANGUAGE sql VOLATILE AS $$
    SELECT pg_advisory_xact_lock(1953654117);
$$;

-- All that lies beneath these authorities moves with them, in one statement.
CREATE FUNCTION move_authorities(authorities uuid[]) RETURNS void LANGUAGE sql VOLATILE AS $$
    WITH RECURSIVE moved AS (
        SELECT unnest(authorities) AS id
        UNION
        SELECT child.id FROM authority_tree child JOIN moved ON child.parent_id = moved.id)
    UPDATE authority_tree tree SET path = placed.path
    FROM (SELECT id, authority_path(id) AS path FROM moved) placed
    WHERE tree.id = placed.id AND tree.path <> placed.path;
$$;

-- Triggers of the table in which a service keeps its authorities, once a statement. It has the columns id and parent_id. There is none for
-- TRUNCATE: after it all is heard once more, and meanwhile everybody sees what they saw.
CREATE FUNCTION place_authorities() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    placed uuid[];
BEGIN
    placed := ARRAY(
        SELECT c.id FROM changed c LEFT JOIN authority_tree t ON t.id = c.id
        WHERE t.id IS NULL OR t.parent_id IS DISTINCT FROM c.parent_id);
    IF placed <> '{}' THEN
        PERFORM lock_authority_tree();
        INSERT INTO authority_tree AS t (id, parent_id) SELECT id, parent_id FROM changed WHERE id = ANY (placed)
        ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id;
        PERFORM move_authorities(placed);
    END IF;
    RETURN NULL;
END
$$;
CREATE FUNCTION remove_authorities() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    removed uuid[];
BEGIN
    removed := ARRAY(SELECT id FROM changed);
    IF removed <> '{}' THEN
        PERFORM lock_authority_tree();
        UPDATE authority_tree SET parent_id = NULL, path = '{}' WHERE id = ANY (removed);
        DELETE FROM authority_tree WHERE id = ANY (removed);
        PERFORM move_authorities(removed);
    END IF;
    RETURN NULL;
END
$$;
-- Rows of lists carry the path of their authority: what lies beneath one, at whatever depth, then stands in an index in the order of the list.
-- Trigger of such a table, with the columns authority_id and authority_path, for each row.
CREATE FUNCTION copy_authority_path() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.authority_id = OLD.authority_id THEN
        RETURN NEW;
    END IF;
    PERFORM pg_advisory_xact_lock_shared(1953654117);
    NEW.authority_path := (SELECT path FROM authority_tree WHERE id = NEW.authority_id);
    RETURN NEW;
END
$$;
-- Trigger of authority_tree, with the name of such a table.
CREATE FUNCTION carry_authority_paths() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('UPDATE %I r SET authority_path = c.path FROM changed c JOIN former f ON f.id = c.id
        WHERE c.path <> f.path AND r.authority_id = c.id', TG_ARGV[0]);
    RETURN NULL;
END
$$;
