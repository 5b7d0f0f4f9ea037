package vn.cchc.platform.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Tags request metrics with known route templates and methods only, to bound their cardinality: each value a caller invents
 * would be a time series kept for ever, here and in the collector. Quarkus tags the raw path where an error is sent before
 * a resource was matched.
 */
@Singleton
class RequestLabels implements MeterFilter {

    private static final String METER = "http.server.requests";
    private static final String OTHER = "UNKNOWN";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", OTHER);

    /** Values of the tag {@code uri} that Quarkus uses where no resource is matched. */
    private static final Set<String> NO_TEMPLATES = Set.of("root", "NOT_FOUND", "REDIRECTION", OTHER);

    private final Addresses addresses;

    RequestLabels(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        return id.getName().equals(METER)
                ? id.replaceTags(StreamSupport.stream(id.getTagsAsIterable().spliterator(), false)
                        .map(this::known)
                        .toList())
                : id;
    }

    private Tag known(Tag tag) {
        String value = tag.getValue();
        boolean known =
                switch (tag.getKey()) {
                    case "uri" ->
                        NO_TEMPLATES.contains(value) || addresses.templates().contains(value);
                    case "method" -> METHODS.contains(value);
                    default -> true;
                };
        return known ? tag : Tag.of(tag.getKey(), OTHER);
    }
}
