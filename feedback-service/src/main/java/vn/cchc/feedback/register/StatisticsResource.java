package vn.cchc.feedback.register;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.access.Scope;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;

/** Figures of a period. */
@Path("/api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register")
public class StatisticsResource {

    private static final BilingualText MALFORMED =
            BilingualText.of("Tham số không hợp lệ.", "A parameter is not valid.");

    /** Beyond it the figures say nothing more, and cost. */
    private static final int LONGEST_YEARS = 10;

    private final Statistics statistics;
    private final KnownAuthorities authorities;
    private final CurrentCaller caller;
    private final Clock clock;

    StatisticsResource(Statistics statistics, KnownAuthorities authorities, CurrentCaller caller, Clock clock) {
        this.statistics = statistics;
        this.authorities = authorities;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Requires(Right.COUNT_FEEDBACK)
    @Transactional
    @Operation(
            operationId = "countFeedback",
            summary = "Counts of what arrived in a period, as it was at the end of it",
            description =
                    "By arrival, both days included; state, due day and pauses are those of the end of the period, whatever"
                            + " has been done since. What arrived in it but was entered later counts as it was entered, or,"
                            + " with `recordedUpTo`, not at all: with the last day of the period it gives the figures of a"
                            + " report with that cut-off. The authority above may ask for one beneath it.")
    @APIResponse(responseCode = "200", description = "The counts")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public StatisticsView count(
            @QueryParam("from")
                    @Parameter(description = "First day of arrival", example = "2021-01-01", required = true)
                    LocalDate from,
            @QueryParam("to") @Parameter(description = "Last day of arrival", example = "2021-02-25", required = true)
                    LocalDate to,
            @QueryParam("recordedUpTo")
                    @Parameter(
                            description = "Only what was entered by the end of that day; all when absent",
                            example = "2021-02-25")
                    LocalDate recordedUpTo,
            @QueryParam("authority")
                    @Parameter(description = "The authority; the own one when absent. A superior gives one beneath")
                    UUID authority) {
        UUID counted = visible(authority);
        requirePeriod(from, to);
        return statistics.count(counted, from, to, Optional.ofNullable(recordedUpTo), OffsetDateTime.now(clock));
    }

    private static void requirePeriod(LocalDate from, LocalDate to) {
        if (from == null || to == null) {
            throw Problem.badRequest(
                    "malformed-parameter",
                    MALFORMED,
                    FieldFault.of(from == null ? "from" : "to", "Phải có.", "Must be given."));
        }
        if (to.isBefore(from) || to.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw Problem.invalid(
                    "to",
                    "Phải từ ngày đầu kỳ trở đi, không quá 10 năm.",
                    "Must be on or after the first day, at most 10 years later.");
        }
    }

    private UUID visible(UUID wanted) {
        Scope scope = caller.scope();
        if (wanted == null) {
            return scope.own()
                    .orElseThrow(() -> Problem.invalid(
                            "authority",
                            "Phải chọn cơ quan cấp dưới.",
                            "One of the authorities beneath must be given."));
        }
        boolean beneath =
                scope.above().map(above -> authorities.isBeneath(wanted, above)).orElse(false);
        if (!scope.isOwn(wanted) && !beneath) {
            throw Problem.notFound();
        }
        return wanted;
    }
}
