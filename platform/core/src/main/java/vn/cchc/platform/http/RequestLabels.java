package vn.cchc.platform.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Meters of requests are labelled with what the program knows, templates of addresses and methods, and never with what a caller
 * makes up: each label is a series that is kept for ever, here and where it is collected. Quarkus takes the path itself where an
 * error is answered before a resource was found.
 */
@Singleton
class RequestLabels implements MeterFilter {

    private static final String METER = "http.server.requests";
    private static final String OTHER = "UNKNOWN";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", OTHER);

    /** Of Quarkus, for what is no resource. */
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
