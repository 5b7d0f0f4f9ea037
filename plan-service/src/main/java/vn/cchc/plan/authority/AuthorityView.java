package vn.cchc.plan.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.idempotency.Identified;

/**
 * Public view of an authority.
 *
 * @param units null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Authority")
@AsSent("AuthorityDetails")
public record AuthorityView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long version,
        @Schema(required = true) String code,
        @Schema(required = true) String name,
        @Schema(required = true) AuthorityLevel level,
        UUID parentId,
        @Schema(required = true) String place,
        @Schema(required = true) boolean deadlineInclusive,
        @Schema(required = true) LocalDate validFrom,
        LocalDate validTo,

        @Schema(description = "Absent in lists") @Size(max = Authority.MOST_UNITS)
        List<UnitView> units)
        implements Identified {

    /** Public view of a unit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuthorityUnit")
    @AsSent("UnitDetails")
    public record UnitView(
            @Schema(required = true) UUID id,
            @Schema(required = true) String code,
            @Schema(required = true) String name,
            @Schema(required = true) UnitKind kind,
            @Schema(required = true) List<String> aliases,
            @Schema(required = true) LocalDate validFrom,
            LocalDate validTo)
            implements Identified {

        static UnitView of(Unit unit) {
            return new UnitView(
                    unit.id(),
                    unit.code(),
                    unit.name(),
                    unit.kind(),
                    unit.aliases(),
                    unit.validFrom(),
                    unit.validTo().orElse(null));
        }
    }

    static AuthorityView of(Authority authority) {
        return of(authority, null);
    }

    static AuthorityView of(Authority authority, List<Unit> units) {
        return new AuthorityView(
                authority.id(),
                authority.version(),
                authority.code(),
                authority.name(),
                authority.level(),
                authority.parentId().orElse(null),
                authority.place(),
                authority.deadlineInclusive(),
                authority.validFrom(),
                authority.validTo().orElse(null),
                units == null ? null : units.stream().map(UnitView::of).toList());
    }
}
