package vn.cchc.platform.event;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers of aggregates and events. */
public final class Ids {

    private Ids() {}

    /** A new UUIDv7 (RFC 9562, 5.7), ordered by system time: inserts stay at the right edge of an index. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /**
     * A UUIDv5 (RFC 9562, 5.5) for an aggregate derived from another one: deterministic.
     *
     * @param namespace id of the source
     * @param name distinguishes aggregates derived from the same source
     */
    public static UUID derived(UUID namespace, String name) {
        return UuidCreator.getNameBasedSha1(namespace, name);
    }
}
