package vn.cchc.reporting.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.database.JsonColumns;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.reporting.projection.Authorities;
import vn.cchc.reporting.regime.PeriodKinds;
import vn.cchc.reporting.regime.Regimes;

/** Report numbers in the number book whose approval is lost. */
@Path("/api/v1/reports/lost-numbers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class LostNumberResource {

    private final LostDocumentNumbers numbers;
    private final CurrentCaller caller;
    private final Authorities authorities;
    private final Regimes regimes;
    private final Clock clock;

    LostNumberResource(
            LostDocumentNumbers numbers, CurrentCaller caller, Authorities authorities, Regimes regimes, Clock clock) {
        this.numbers = numbers;
        this.caller = caller;
        this.authorities = authorities;
        this.regimes = regimes;
        this.clock = clock;
    }

    @GET
    @Requires(Right.READ_REPORTS)
    @Operation(
            operationId = "listLostReportNumbers",
            summary = "List the numbers of reports that a restore of the database has lost, by number",
            description =
                    "They are not given again, so that two documents never have the same number. Those of the own authority; the"
                            + " authority above sees those of reports that had been sent to it.")
    @APIResponse(responseCode = "200", description = "A page of numbers")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Page<LostNumber> list(
            @Parameter(description = "Only of this authority") @QueryParam("authority") UUID authority,
            @Parameter(
                            description =
                                    "Year of the first approval, whose number book they are in; this year if absent",
                            example = "2021")
                    @QueryParam("year")
                    @Min(1)
                    @Max(Bounds.LAST_YEAR)
                    Integer year,
            @Parameter(description = "At most this many, 50 if absent, never more than 200") @QueryParam("limit")
                    Integer limit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor) {
        int size = PageLimit.of(limit);
        int wanted = year == null ? Year.now(clock).getValue() : year;
        String filters = "lost-numbers " + authority + " " + wanted;
        List<LostDocumentNumbers.Row> found = numbers.page(
                ReportAccess.listed(Optional.ofNullable(authority), caller.authorities()),
                wanted,
                Cursor.decode(cursor, filters),
                size + 1);
        Map<UUID, String> names = authorities.names(found.stream()
                .map(LostDocumentNumbers.Row::authorityId)
                .distinct()
                .toList());
        PeriodKinds periods = regimes.periods();
        return Page.of(
                found,
                size,
                row -> LostNumber.of(
                        row,
                        JsonColumns.read(row.state(), LostNumber.Told.class),
                        names.getOrDefault(row.authorityId(), ""),
                        periods),
                row -> Cursor.encode(filters, row.authorityId(), row.book(), row.number()));
    }
}
