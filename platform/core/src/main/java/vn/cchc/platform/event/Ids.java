package vn.cchc.platform.event;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers of aggregates and events. */
public final class Ids {

    private Ids() {}

    /** A new UUIDv7 (RFC 9562, 5.7): ordered by system time, so that inserts stay at the right edge of an index. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /**
     * The UUIDv5 (RFC 9562, 5.5) of what follows from something that has an id: whoever derives it, however often, gets the
     * same.
     *
     * @param namespace the id of what it follows from
     * @param name tells apart what follows from the same
     */
    public static UUID derived(UUID namespace, String name) {
        return UuidCreator.getNameBasedSha1(namespace, name);
    }
}
