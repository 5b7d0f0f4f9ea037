package vn.cchc.platform.testing.proof;

import java.util.UUID;
import vn.cchc.platform.testing.TestEvents;

/** Events of samples as another service would tell them; a sample is its own authority. */
final class SampleEvents {

    static final String TOPIC = "cchc.sample";
    static final String TYPE = "vn.cchc.sample.written.v1";

    private SampleEvents() {}

    /** From before the journal: without a sequence. */
    static TestEvents.Raw former(UUID id, int version) {
        return TestEvents.event(id, TYPE, body(id, id, version, "2021-01-04T08:00:00+07:00"));
    }

    /** The event with that sequence; the version is one less, as for an entity that begins with 0. */
    static TestEvents.Raw event(UUID id, int sequence) {
        return of(id, id, sequence, "2021-01-04T08:00:00+07:00");
    }

    static TestEvents.Raw at(UUID id, int sequence, String occurredAt) {
        return of(id, id, sequence, occurredAt);
    }

    static TestEvents.Raw of(UUID id, UUID authority, int sequence, String occurredAt) {
        return TestEvents.event(id, TYPE, body(id, authority, sequence - 1, occurredAt), sequence);
    }

    static String body(UUID id, UUID authority, int version, String occurredAt) {
        return "{\"id\": \"" + id + "\", \"authorityId\": \"" + authority + "\", \"version\": " + version
                + ", \"occurredAt\": \"" + occurredAt + "\", \"name\": \"good\", \"new\": {}}";
    }
}
