package vn.cchc.plan.milestone;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.text.VietnameseText;

/**
 * Arms a waiting milestone by the day of the event, or by a due day set by hand. Exactly one of the two days is given.
 *
 * @param occurrence key of the occurrence; defaults to the day given. An existing key corrects that occurrence's day
 * @param happenedOn day of the event; the due day follows from the task's term. In the future only where the term is before the
 *     event, which is then planned for that day
 * @param dueOn the due day itself
 */
@Schema(description = "What a waiting milestone waited for; exactly one of happenedOn and dueOn is given")
public record ArmMilestone(
        @Size(max = ArmMilestone.LONGEST_OCCURRENCE)
        @Pattern(
                regexp = "[0-9A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ][0-9A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ ._/-]*",
                message = "{vn.cchc.platform.http.LatinKey.message}")
        @Schema(description = "Tells occurrences apart; the day given when left out", examples = "dot-1")
        String occurrence,

        @Size(max = 300) @Schema(examples = "Kiểm tra CCHC đợt 1")
        String label,

        @Schema(
                description =
                        "The day of the event; the due day follows from the term. In the future only where the term is"
                                + " before the event",
                examples = "2021-03-10")
        LocalDate happenedOn,

        @Schema(description = "The due day itself, within ten years of the plan's year", examples = "2021-04-15")
        LocalDate dueOn) {

    public static final int LONGEST_OCCURRENCE = 100;

    public ArmMilestone {
        // Else a space that nobody sees would make another occurrence.
        occurrence = VietnameseText.line(occurrence);
        label = VietnameseText.line(label);
    }
}
