package vn.cchc.feedback.escalation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Page;

/** What waits for the caller. */
@Path("/api/v1/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reminders", description = "Nhắc việc. What is due soon or overdue, and waits for the caller.")
public class ReminderResource {

    private final ReminderList reminders;
    private final CurrentCaller caller;

    ReminderResource(ReminderList reminders, CurrentCaller caller) {
        this.reminders = reminders;
        this.caller = caller;
    }

    @GET
    @Requires(Right.READ_REMINDERS)
    @Operation(
            operationId = "listReminders",
            summary = "What waits for the caller, the earliest due day first",
            description =
                    "An officer has the cases of the own unit, the office (clerks) those of all units, a leader and an authority"
                            + " above what was escalated to them. A reminder ends with the answer of its case, while the case"
                            + " waits for its sender, and when its due day moves.")
    public Page<ReminderView> list(
            @QueryParam("cursor") @Parameter(description = "The `next` of the page before") String cursor,
            @QueryParam("limit") @Parameter(description = "50 when absent, at most 200", example = "50")
                    Integer limit) {
        return reminders.page(Addressee.of(caller.get()), limit, cursor);
    }
}
