package vn.cchc.plan.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.timing.ReportPeriod;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.idempotency.Identified;

/** View of an issued plan. Lists omit the texts of the body. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Plan")
@AsSent({"PlanDocumentHeader", "PlanDocument"})
public record PlanView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long version,
        @Schema(required = true) UUID authorityId,
        @Schema(required = true, examples = "57/KH-UBND") String number,

        @Schema(required = true, examples = "2021") @Min(Printed.FIRST_YEAR) @Max(Printed.LAST_YEAR)
        int year,

        @Schema(required = true) String title,
        @Schema(required = true, description = "As printed") String issuer,
        String place,
        @Schema(required = true) LocalDate signedOn,

        @Schema(description = "The grand total as printed; compare /budget")
        Money statedTotal,

        @Schema(required = true) PlanState state,
        @Schema(required = true) LocalDate issuedOn,

        @Schema(required = true, description = "Periods in which a continuous task owes a progress entry")
        @Size(max = Printed.RULES)
        List<@Size(max = ReportPeriod.LONGEST_KEY) String> progressPeriods,

        @Schema(description = "Absent in lists") List<String> objectives,
        @Schema(description = "Absent in lists") List<String> requirements,

        @Schema(description = "Absent in lists") @Size(max = Printed.AREAS)
        List<PlanArea> areas,

        @Schema(description = "Absent in lists") @Size(max = Printed.ARRANGEMENTS)
        List<PlanArrangement> arrangements,

        @Schema(description = "Absent in lists") List<String> recipients)
        implements Identified {

    public static PlanView of(Plan plan) {
        return of(plan, true);
    }

    static PlanView inList(Plan plan) {
        return of(plan, false);
    }

    private static PlanView of(Plan plan, boolean body) {
        return new PlanView(
                plan.id(),
                plan.version(),
                plan.authorityId(),
                plan.number(),
                plan.year(),
                plan.title(),
                plan.issuer(),
                plan.place().orElse(null),
                plan.signedOn(),
                Money.ofNullable(plan.statedTotal().orElse(null)),
                plan.state(),
                plan.issuedOn(),
                plan.progressPeriods(),
                body ? plan.objectives() : null,
                body ? plan.requirements() : null,
                body ? plan.areas() : null,
                body ? plan.arrangements() : null,
                body ? plan.recipients() : null);
    }
}
