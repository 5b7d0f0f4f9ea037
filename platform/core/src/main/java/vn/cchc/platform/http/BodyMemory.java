package vn.cchc.platform.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** The memory that the bodies of requests may use together. */
@Singleton
class BodyMemory {

    private final MemoryInFlight inFlight;

    BodyMemory(RequestBodyConfig config, MeterRegistry meters) {
        this.inFlight = MemoryInFlight.ofHeap(
                config.heapShare(),
                "cchc.request.bodies.memory",
                "What the bodies of requests under way hold in memory, with what is made of them",
                meters);
    }

    MemoryInFlight inFlight() {
        return inFlight;
    }
}
