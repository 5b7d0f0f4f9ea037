package vn.cchc.plan.task;

import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.idempotency.Identified;
import vn.cchc.platform.time.VietnamTime;

/** A progress entry as it is shown. */
@Schema(name = "ProgressEntry")
@AsSent("EnterProgress")
public record ProgressEntryView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID taskId,
        @Schema(required = true, examples = "2021-Q1") String period,
        @Schema(required = true) String note,

        @Schema(required = true) @Size(max = Caller.LONGEST_NAME)
        String enteredBy,

        @Schema(required = true) OffsetDateTime enteredAt)
        implements Identified {

    public static ProgressEntryView of(ProgressEntry entry) {
        return new ProgressEntryView(
                entry.id(),
                entry.taskId(),
                entry.period(),
                entry.note(),
                entry.enteredBy().name(),
                entry.enteredAt().atZone(VietnamTime.ZONE).toOffsetDateTime());
    }
}
