package vn.cchc.plan;

import java.util.UUID;
import java.util.function.Predicate;
import vn.cchc.platform.event.Ids;

/**
 * Ids that follow from what people call something. What a restore has lost and is entered again is the same then to all who know its
 * id: other services, and the tokens of callers.
 */
public final class NaturalIds {

    private NaturalIds() {}

    /**
     * The id of something new.
     *
     * @param namespace the id of what it belongs to
     * @param name tells it apart from all else that belongs there now
     * @param isTaken whether something has that id already: it was called so before and keeps its id, and the new one gets any other
     */
    public static UUID of(UUID namespace, String name, Predicate<UUID> isTaken) {
        UUID id = Ids.derived(namespace, name);
        return isTaken.test(id) ? Ids.next() : id;
    }
}
