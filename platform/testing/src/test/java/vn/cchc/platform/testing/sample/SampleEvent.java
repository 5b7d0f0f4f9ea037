package vn.cchc.platform.testing.sample;

import java.time.OffsetDateTime;
import java.util.UUID;

record SampleEvent(UUID id, UUID authorityId, long version, OffsetDateTime occurredAt, String name) {

    static SampleEvent of(Sample sample, OffsetDateTime at) {
        return new SampleEvent(sample.id(), sample.authorityId(), sample.version(), at, sample.name());
    }
}
