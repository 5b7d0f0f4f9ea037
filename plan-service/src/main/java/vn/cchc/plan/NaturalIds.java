package vn.cchc.plan;

import java.util.UUID;
import java.util.function.Predicate;
import vn.cchc.platform.event.Ids;

/**
 * Name-based ids, derived from the natural key. An entity lost by a restore and entered again gets the same id, so that
 * references in other services and in tokens stay valid.
 */
public final class NaturalIds {

    private NaturalIds() {}

    /**
     * The id of a new entity.
     *
     * @param namespace id of the parent
     * @param name natural key, unique within the parent at present
     * @param isTaken whether an entity already has this id. An earlier holder of the name keeps its id; the new entity
     *     then gets a UUIDv7
     */
    public static UUID of(UUID namespace, String name, Predicate<UUID> isTaken) {
        UUID id = Ids.derived(namespace, name);
        return isTaken.test(id) ? Ids.next() : id;
    }
}
