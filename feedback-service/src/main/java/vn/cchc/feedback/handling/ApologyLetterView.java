package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.idempotency.Identified;

/** A letter of apology as staff see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ApologyLetter",
        description =
                "Thư xin lỗi vì trả lời quá hạn, hẹn lại ngày. A letter of apology for a late answer, with the new day; the sender"
                        + " sees it once it is released.")
@AsSent("WriteApologyLetter")
public record ApologyLetterView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "2", description = "The version of the letter, also in `ETag`.") @Min(1)
        int version,

        @Schema(required = true, examples = "1", description = "Of which round of the feedback it is.") @Min(1)
        int round,

        @Schema(required = true, examples = "Phải chờ cơ quan điện lực khảo sát cột đèn.")
        String reason,

        @Schema(required = true, examples = "2021-01-22", description = "The new day.")
        LocalDate promisedOn,

        @Schema(required = true, description = "When it was last written.")
        OffsetDateTime writtenAt,

        @Schema(required = true, examples = "Lê Văn Cường", description = "Who wrote it last.")
        @Size(max = Caller.LONGEST_NAME)
        String writtenBy,

        @Schema(description = "Absent while it is a draft.") Release release)
        implements Identified {

    /** How it was released. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ApologyRelease")
    @AsSent("ReleaseApology")
    public record Release(
            @Schema(required = true) OffsetDateTime at,

            @Schema(required = true, examples = "Phạm Thị Dung") @Size(max = Caller.LONGEST_NAME)
            String by,

            @Schema(required = true, examples = "17/UBND-VP")
            String documentNumber,

            @Schema(examples = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH") String signerTitle,

            @Schema(required = true, examples = "2021-01-15", description = "The due day that was missed.")
            LocalDate dueOn) {}

    static ApologyLetterView of(ApologyLetter letter) {
        return new ApologyLetterView(
                letter.id(),
                letter.version(),
                letter.round(),
                letter.reason(),
                letter.promisedOn(),
                letter.writtenAt(),
                letter.writtenByName(),
                letter.release()
                        .map(made -> new Release(
                                made.at(),
                                made.by(),
                                made.documentNumber(),
                                made.signerTitle().orElse(null),
                                made.dueOn()))
                        .orElse(null));
    }
}
