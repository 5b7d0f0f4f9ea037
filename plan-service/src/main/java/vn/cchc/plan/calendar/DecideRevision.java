package vn.cchc.plan.calendar;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reason for applying or withdrawing a revision of the working calendar. */
@Schema(name = "DecideCalendarRevision")
public record DecideRevision(
        @NotBlank @Size(max = 1000) @Schema(required = true, examples = "Quyết định số 1234/QĐ-TTg")
        String reason) {}
