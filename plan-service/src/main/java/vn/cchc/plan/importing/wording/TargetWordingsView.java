package vn.cchc.plan.importing.wording;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.target.Aim;
import vn.cchc.plan.target.AimReader;
import vn.cchc.plan.target.AimReading;
import vn.cchc.plan.target.Operator;
import vn.cchc.plan.target.TargetWording;
import vn.cchc.plan.wording.FindingText;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Bounds;

/**
 * What was read of wordings of targets.
 *
 * @param readings one for each text, in their order
 */
@Schema(name = "TargetWordings")
public record TargetWordingsView(
        @Schema(required = true, description = "One for each text, in their order") @Size(max = ReadTargets.MOST)
        List<Reading> readings) {

    /** Targets of a text: each is followed by a separator. */
    private static final int TARGETS = (ReadTargets.LONGEST + 1) / 2;

    static TargetWordingsView of(List<String> texts) {
        return new TargetWordingsView(texts.stream().map(Reading::of).toList());
    }

    /** The targets that one text states. */
    @Schema(name = "TargetWording")
    public record Reading(
            @Schema(required = true, description = "As it was sent, in one line") @Size(max = ReadTargets.LONGEST)
            String text,

            @Schema(
                    required = true,
                    description =
                            "Several where semicolons, or commas between targets of their own, separate them; none"
                                    + " where nothing stands between semicolons")
            @Size(max = TARGETS)
            List<Stated> targets) {

        static Reading of(String text) {
            return new Reading(
                    text, TargetWording.read(text).stream().map(Stated::of).toList());
        }
    }

    /** A target: with its aim, with why it is in doubt, or with neither where no figure is asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StatedTarget")
    public record Stated(
            @Schema(required = true, description = "Its part of the text") @Size(max = ReadTargets.LONGEST)
            String text,

            @Schema(description = "Absent where it was not read, or where no figure is asked for")
            StatedAim aim,

            @Schema(description = "Why its figures were not read; absent where they were, or where there are none")
            Unread unread) {

        static Stated of(TargetWording.Part part) {
            if (part.reading() instanceof AimReading.Unread unread) {
                return new Stated(part.text(), null, new Unread(unread.doubt(), FindingText.of(unread.doubt())));
            }
            return part.reading() instanceof AimReading.Understood understood
                    ? new Stated(part.text(), StatedAim.of(understood), null)
                    : new Stated(part.text(), null, null);
        }
    }

    /**
     * What a target asks for.
     *
     * @param words read to an equal aim
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StatedAim")
    public record StatedAim(
            @Schema(required = true, description = "=, >, >=, <, <= or between", examples = ">=")
            @Size(max = Operator.LONGEST_SYMBOL)
            String operator,

            @Schema(required = true, description = "Below zero for a fall, which is negative growth", examples = "90")
            @Min(Aim.LEAST)
            @Max(Aim.LARGEST)
            BigDecimal value,

            @Schema(description = "The upper end of between") @Min(Aim.LEAST) @Max(Aim.LARGEST)
            BigDecimal upper,

            @Schema(
                    required = true,
                    description = "%, \"% tăng\" for growth, hạng for a rank, otherwise what is counted",
                    examples = "%")
            @Size(max = Bounds.NAME)
            String unit,

            @Schema(description = "What growth is relative to, or starts from, as printed", examples = "năm 2021")
            @Size(max = ReadTargets.LONGEST)
            String base,

            @Schema(required = true, description = "Whether the text leaves operator or value to the reader")
            boolean assumed,

            @Schema(
                    required = true,
                    description = "The aim in Vietnamese, in words that are read to an equal one",
                    examples = "từ 90% trở lên")
            @Size(max = ReadTargets.LONGEST)
            String words) {

        public static StatedAim of(AimReading.Understood understood) {
            Aim aim = understood.aim();
            return new StatedAim(
                    aim.operator().symbol(),
                    aim.value(),
                    aim.upper().orElse(null),
                    aim.unit(),
                    understood.base().orElse(null),
                    aim.assumed(),
                    AimReader.words(aim));
        }
    }

    /** Why a target was not read. */
    @Schema(name = "UnreadTarget")
    public record Unread(
            @Schema(required = true, description = "Stable name")
            TargetDoubt code,

            @Schema(required = true) BilingualText text) {}
}
