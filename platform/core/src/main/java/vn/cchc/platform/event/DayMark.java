package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Watermark: published on every partition of a service's topics when a business day has ended and all its events of
 * that day and earlier have been sent. The body of {@value #TYPE}.
 *
 * @param service the publisher
 * @param day the last complete day
 * @param withheld authorities for which the publisher itself lacks an event, so that their data may be incomplete
 */
record DayMark(
        @JsonProperty(required = true) String service,
        @JsonProperty(required = true) LocalDate day,
        Optional<List<UUID>> withheld) {

    static final String KIND = "day";
    static final String TYPE = "vn.cchc.day.marked.v1";
}
