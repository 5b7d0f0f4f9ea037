package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a service tells on every partition of its topics when a business day has ended and all of its events of that day, and
 * of those before it, have been sent: the body of {@value #TYPE}.
 *
 * @param service who tells it
 * @param day the last day that is complete
 * @param withheld authorities of which the service misses an event itself, so that what it tells of them may not be whole
 */
record DayMark(
        @JsonProperty(required = true) String service,
        @JsonProperty(required = true) LocalDate day,
        Optional<List<UUID>> withheld) {

    static final String KIND = "day";
    static final String TYPE = "vn.cchc.day.marked.v1";
}
