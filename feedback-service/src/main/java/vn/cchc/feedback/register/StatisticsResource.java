package vn.cchc.feedback.register;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;

/** Statistics of a period. */
@Path("/api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register")
public class StatisticsResource {

    private final Statistics statistics;
    private final CurrentCaller caller;

    StatisticsResource(Statistics statistics, CurrentCaller caller) {
        this.statistics = statistics;
        this.caller = caller;
    }

    @GET
    @Requires(Right.COUNT_FEEDBACK)
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
        return statistics.count(caller.authorities(), authority, from, to, Optional.ofNullable(recordedUpTo));
    }
}
