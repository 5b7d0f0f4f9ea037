package vn.cchc.plan.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.authority.UnitDetails;
import vn.cchc.plan.authority.UnitDirectory;
import vn.cchc.plan.authority.UnitKind;

/**
 * A party named by a cell of the annex.
 *
 * @param text as printed
 * @param unitId null when no unit of the authority matches
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NamedParty", description = "Whom a cell of the annex names")
public record Party(
        @Schema(required = true, description = "As printed") @Size(max = Printed.SHORT)
        String text,

        UUID unitId,
        @Size(max = UnitDetails.LONGEST_CODE) String unitCode,
        UnitKind kind) {

    public static Party of(UnitDirectory.Named named) {
        return new Party(
                named.text(),
                named.unit().map(UnitDirectory.Entry::id).orElse(null),
                named.unit().map(UnitDirectory.Entry::code).orElse(null),
                named.unit().map(UnitDirectory.Entry::kind).orElse(null));
    }
}
