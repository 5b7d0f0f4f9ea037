package vn.cchc.feedback.authority;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The part of a {@code cchc.authority} event that this service reads. */
record AuthorityEvent(
        @JsonProperty(required = true) UUID id,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) String code,
        @JsonProperty(required = true) String name,
        String place,
        UUID parentId,
        LocalDate validFrom,
        LocalDate validTo,
        List<KnownUnit> units) {

    AuthorityEvent {
        units = units == null ? List.of() : List.copyOf(units);
    }

    KnownAuthority known() {
        return new KnownAuthority(id, code, name, place, validFrom, validTo, units);
    }
}
