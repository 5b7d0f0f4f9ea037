package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.idempotency.Identified;

/** A record that could not be processed, as operators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetter")
record DeadLetterView(
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                description =
                        "OPEN: it failed. WAITING: an event before it is missing. PROCESSED, or SET_ASIDE by an operator.")
        DeadLetters.State state,

        @Schema(required = true, examples = "cchc.feedback") @Size(max = DeadLetters.LONGEST_TOPIC)
        String topic,

        @Schema(required = true, examples = "2") int partition,
        @Schema(required = true, examples = "41872") long offset,

        @Schema(description = "The aggregate, as far as the key tells it")
        String key,

        @Schema(description = "The CloudEvents type", examples = "vn.cchc.feedback.answered.v1")
        String type,

        @Schema(description = "Its place among the events of the aggregate", examples = "5")
        Long sequence,

        @Schema(description = "Whom it concerns; absent where that cannot be read: then it may concern anybody")
        UUID authorityId,

        @Schema(required = true, description = "Why it was not processed when it was last tried")
        @Size(max = DeadLetters.LONGEST_CAUSE)
        String cause,

        @Schema(required = true, description = "How often it was tried") @Min(1)
        int attempts,

        @Schema(required = true) OffsetDateTime diedAt,

        @Schema(required = true, description = "When it was last tried, or settled")
        OffsetDateTime triedAt,

        @Schema(description = "The operator who tried it again or set it aside") @Size(max = Caller.LONGEST_NAME)
        String settledBy,

        @Schema(description = "Why it was set aside") @Size(max = Bounds.REASON)
        String reason,

        @Schema(description = "Its headers; absent in lists")
        Map<String, String> headers,

        @Schema(description = "Its body as text; absent in lists")
        String body)
        implements Identified {

    static DeadLetterView inList(DeadLetters.Letter letter) {
        return of(letter, null, null);
    }

    static DeadLetterView whole(DeadLetters.Letter letter) {
        byte[] body = letter.record().value();
        return of(letter, letter.headers(), body == null ? null : new String(body, StandardCharsets.UTF_8));
    }

    private static DeadLetterView of(DeadLetters.Letter letter, Map<String, String> headers, String body) {
        return new DeadLetterView(
                letter.id(),
                letter.state(),
                letter.record().topic(),
                letter.record().partition(),
                letter.record().offset(),
                letter.record().key(),
                letter.headers().get("ce_type"),
                letter.sequence(),
                letter.authorityId(),
                letter.cause(),
                letter.attempts(),
                letter.diedAt(),
                letter.triedAt(),
                letter.settledBy(),
                letter.reason(),
                headers,
                body);
    }
}
