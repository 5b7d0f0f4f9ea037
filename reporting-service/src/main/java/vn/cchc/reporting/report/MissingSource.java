package vn.cchc.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.event.Completeness;
import vn.cchc.platform.http.Bounds;

/** A source that may be incomplete, as shown and as stored with an edition. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "Something that the figures may lack",
        requiredProperties = {"cause", "topic"})
record MissingSource(
        @Schema(
                description = "`NOT_MARKED`: the topic is not complete up to the cut-off; `WITHHELD_BY_SOURCE`: the"
                        + " service that tells it misses something itself; `DEAD_LETTER`: a record could not be"
                        + " processed; `EVENTS_MISSING`: a record waits for one before it",
                examples = "NOT_MARKED")
        Completeness.Cause cause,

        @Schema(description = "What is told there", examples = "cchc.feedback") @Size(max = Bounds.NAME)
        String topic,

        @Schema(description = "Absent where nothing of the topic has been heard", examples = "0")
        Integer partition,

        @Schema(description = "The last day that is complete; absent where none is known", examples = "2021-02-24")
        LocalDate completeTo,

        @Schema(description = "The record that could not be processed, or waits; an operator tends to it")
        UUID deadLetter) {

    static MissingSource of(Completeness.Missing missing) {
        return new MissingSource(
                missing.cause(), missing.topic(), missing.partition(), missing.completeTo(), missing.deadLetter());
    }
}
