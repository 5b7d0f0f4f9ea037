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
}
