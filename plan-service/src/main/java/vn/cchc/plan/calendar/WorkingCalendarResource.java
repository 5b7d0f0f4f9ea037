package vn.cchc.plan.calendar;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.ratelimit.RateLimited;

/** The working calendar by which due days are counted; public. */
@Path("/api/v1/working-calendar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Working calendar", description = "Ngày làm việc, ngày nghỉ. Days worked and days off, year by year")
public class WorkingCalendarResource {

    private final WorkingCalendarViews views;

    WorkingCalendarResource(WorkingCalendarViews views) {
        this.views = views;
    }

    @GET
    @Requires(Right.READ_CALENDAR)
    @RateLimited("public")
    @Operation(
            operationId = "getWorkingCalendar",
            summary = "The table of working days in force, and the first year that it lacks",
            description = "Needs no token. Due days in a year that the table lacks are provisional.")
    public WorkingCalendarView get() {
        return views.table();
    }

    @GET
    @Path("/years/{year}")
    @Requires(Right.READ_CALENDAR)
    @RateLimited("public")
    @Operation(
            operationId = "getCalendarYear",
            summary = "The days off and the make-up workdays of a year",
            description =
                    "Needs no token. Of a year that the table lacks, the days off that are proposed for it by the Labour Code and"
                            + " the lunar calendar, with which provisional due days are counted.")
    public CalendarYearView year(
            @RestPath
                    @Parameter(
                            description = "From 1900 to 2200",
                            example = "2021",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "" + CalendarYearView.FIRST,
                                            maximum = "" + CalendarYearView.LAST))
                    int year) {
        return views.year(year);
    }
}
