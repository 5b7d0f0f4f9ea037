package vn.cchc.feedback.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.Channel;

/**
 * Statistics of feedback that arrived in a period.
 *
 * @param asOf the day at whose end it is counted: the end of the period, or today when that is earlier
 * @param recordedUpTo as requested
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Số liệu của những phản ánh, kiến nghị đến trong kỳ. Counts of what arrived in the period.")
public record StatisticsView(
        @Schema(required = true) UUID authorityId,
        @Schema(required = true, examples = "2021-01-01") LocalDate from,

        @Schema(required = true, examples = "2021-02-25", description = "Included.")
        LocalDate to,

        @Schema(
                required = true,
                examples = "2021-02-25",
                description = "Everything is as it was at the end of that day.")
        LocalDate asOf,

        @Schema(
                examples = "2021-02-25",
                description = "What was entered after that day does not count; absent when all does.")
        LocalDate recordedUpTo,

        @Schema(required = true) Counts total,

        @Schema(required = true, description = "Channels through which anything arrived.")
        @Size(max = StatisticsView.CHANNELS)
        List<OfChannel> byChannel) {

    /** There are no more. */
    static final int CHANNELS = 5;

    /**
     * The counts. {@code received = answeredInTime + answeredLate + open + refused + referred + withdrawn}.
     *
     * @param inTimePercent absent when nothing was answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StatisticsCounts")
    public record Counts(
            @Schema(
                    required = true,
                    description = "Arrived from the first to the last day, by arrival and not by entry; entered by"
                            + " the end of `recordedUpTo`.")
            long received,

            @Schema(required = true, description = "Answered on or before the due day.")
            long answeredInTime,

            @Schema(required = true, description = "Answered after the due day.")
            long answeredLate,

            @Schema(required = true, description = "Neither answered nor refused, referred or withdrawn.")
            long open,

            @Schema(
                    required = true,
                    description =
                            "Of the open ones, those whose due day has ended, before a pause under way began. At the"
                                    + " end of a day, what is due that day is overdue.")
            long overdue,

            @Schema(required = true, description = "Refused; outside the rate.")
            long refused,

            @Schema(required = true, description = "Passed on to another authority; outside the rate.")
            long referred,

            @Schema(required = true, description = "Taken back by the sender; outside the rate.")
            long withdrawn,

            @Schema(
                    examples = "93.3",
                    minimum = "0",
                    maximum = "100",
                    description = "100 × answeredInTime ÷ (answeredInTime + answeredLate), one decimal; absent when"
                            + " nothing was answered.")
            Double inTimePercent) {

        /** Sums the parts; the rate is derived. */
        static Counts of(
                long received,
                long answeredInTime,
                long answeredLate,
                long open,
                long overdue,
                long refused,
                long referred,
                long withdrawn) {
            long answered = answeredInTime + answeredLate;
            return new Counts(
                    received,
                    answeredInTime,
                    answeredLate,
                    open,
                    overdue,
                    refused,
                    referred,
                    withdrawn,
                    answered == 0 ? null : Math.round(1000.0 * answeredInTime / answered) / 10.0);
        }

        static Counts sum(List<Counts> parts) {
            return of(
                    parts.stream().mapToLong(Counts::received).sum(),
                    parts.stream().mapToLong(Counts::answeredInTime).sum(),
                    parts.stream().mapToLong(Counts::answeredLate).sum(),
                    parts.stream().mapToLong(Counts::open).sum(),
                    parts.stream().mapToLong(Counts::overdue).sum(),
                    parts.stream().mapToLong(Counts::refused).sum(),
                    parts.stream().mapToLong(Counts::referred).sum(),
                    parts.stream().mapToLong(Counts::withdrawn).sum());
        }
    }

    /** The counts of a channel. */
    @Schema(name = "StatisticsOfChannel")
    public record OfChannel(
            @Schema(required = true) Channel channel,
            @Schema(required = true) Counts counts) {}
}
