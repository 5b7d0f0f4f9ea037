package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a service tells on every partition of its topics when it goes on from a backup: the body of {@value #TYPE}. Events of older
 * epochs behind a position happened on a time line that is lost.
 *
 * @param service who tells it
 * @param epoch the one that begins
 * @param voidAfter the last position of the journal that the backup has
 * @param markedDay the last business day that the backup has marked as complete; empty where it has none
 * @param withheld authorities of which that mark says that what is told of them may not be whole
 */
record EpochRaised(
        @JsonProperty(required = true) String service,
        @JsonProperty(required = true) int epoch,
        @JsonProperty(required = true) long voidAfter,
        Optional<LocalDate> markedDay,
        Optional<List<UUID>> withheld) {

    static final String KIND = "epoch";
    static final String TYPE = "vn.cchc.epoch.raised.v1";
}
