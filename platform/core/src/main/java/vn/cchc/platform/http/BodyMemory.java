package vn.cchc.platform.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** The memory, and the room on disk for files, that the bodies of requests may use together. */
@Singleton
class BodyMemory {

    private final BytesInFlight inFlight;
    private final BytesInFlight onDisk;

    BodyMemory(RequestBodyConfig config, MeterRegistry meters) {
        this.inFlight = BytesInFlight.ofHeap(config.heapShare())
                .gauged(
                        "cchc.request.bodies.memory",
                        "What the bodies of requests under way hold in memory, with what is made of them",
                        meters);
        this.onDisk = new BytesInFlight(config.disk().asLongValue())
                .gauged(
                        "cchc.request.bodies.disk",
                        "What forms with files under way hold on disk; new ones are refused above cchc.request-bodies.disk",
                        meters);
    }

    BytesInFlight inFlight() {
        return inFlight;
    }

    BytesInFlight onDisk() {
        return onDisk;
    }
}
