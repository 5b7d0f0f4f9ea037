package vn.cchc.platform.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** The memory, and the room on disk for files, that the bodies of requests may use together. */
@Singleton
class BodyMemory {

    private final MemoryInFlight inFlight;
    private final MemoryInFlight onDisk;

    BodyMemory(RequestBodyConfig config, MeterRegistry meters) {
        this.inFlight = MemoryInFlight.ofHeap(
                config.heapShare(),
                "cchc.request.bodies.memory",
                "What the bodies of requests under way hold in memory, with what is made of them",
                meters);
        this.onDisk = new MemoryInFlight(config.disk().asLongValue());
    }

    MemoryInFlight inFlight() {
        return inFlight;
    }

    MemoryInFlight onDisk() {
        return onDisk;
    }
}
