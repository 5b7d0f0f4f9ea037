package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many dead letters are unsettled. */
@Schema(name = "DeadLetterCounts")
public record DeadLetterCounts(
        @Schema(required = true) long total,

        @Schema(required = true) @Size(max = DeadLetters.AUTHORITIES)
        List<OfAuthority> byAuthority) {

    /** Those of one authority. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeadLetterCount")
    public record OfAuthority(
            @Schema(description = "Absent for those of which it cannot be read whom they concern")
            UUID authorityId,

            @Schema(required = true) long unsettled) {}

    static DeadLetterCounts of(List<DeadLetters.OfAuthority> counts) {
        return new DeadLetterCounts(
                counts.stream()
                        .mapToLong(DeadLetters.OfAuthority::ofAll)
                        .findFirst()
                        .orElse(0),
                counts.stream()
                        .map(each -> new OfAuthority(each.authorityId(), each.open()))
                        .toList());
    }
}
