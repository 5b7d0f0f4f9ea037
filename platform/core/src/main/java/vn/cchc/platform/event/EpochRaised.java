package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Published on every partition of a service's topics when it continues from a backup: the body of {@value #TYPE}.
 * Events of older epochs after {@code voidAfter} belong to a lost timeline and are void.
 *
 * @param service the publisher
 * @param epoch the new epoch
 * @param voidAfter the last journal position in the backup
 * @param markedDay the last business day that the backup has marked as complete; empty where it has none
 * @param withheld the withheld authorities of that mark
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
