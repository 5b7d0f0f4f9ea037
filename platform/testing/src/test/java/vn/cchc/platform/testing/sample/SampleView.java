package vn.cchc.platform.testing.sample;

import java.util.UUID;

public record SampleView(UUID id, long version, String name) {

    static SampleView of(Sample sample) {
        return new SampleView(sample.id(), sample.version(), sample.name());
    }
}
