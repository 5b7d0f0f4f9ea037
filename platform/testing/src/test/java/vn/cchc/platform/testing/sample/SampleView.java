package vn.cchc.platform.testing.sample;

import java.util.UUID;
import vn.cchc.platform.idempotency.Identified;

public record SampleView(UUID id, long version, String name) implements Identified {

    static SampleView of(Sample sample) {
        return new SampleView(sample.id(), sample.version(), sample.name());
    }
}
