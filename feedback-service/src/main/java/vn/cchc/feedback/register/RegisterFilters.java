package vn.cchc.feedback.register;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.cchc.platform.http.Bounds;

/** Which part of the register, and as of when. */
public record RegisterFilters(
        @QueryParam("year")
        @Parameter(description = "Year of entry; the present one when absent", example = "2021")
        @Min(1)
        @Max(Bounds.LAST_YEAR)
        Integer year,

        @QueryParam("from")
        @Parameter(
                description = "Entered on that day or later; with `to`, instead of `year`; at most one year",
                example = "2021-01-01")
        LocalDate from,

        @QueryParam("to") @Parameter(description = "Entered on that day or earlier", example = "2021-01-31")
        LocalDate to,

        @QueryParam("asOf")
        @Parameter(
                description =
                        "A past day, or today: the register as it stood at its end (today: now), without what was entered later."
                                + " The sender is shown as known now.",
                example = "2021-01-31")
        LocalDate asOf) {}
