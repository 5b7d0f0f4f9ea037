package vn.cchc.feedback.authority;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A unit of an authority as plan-service tells of it.
 *
 * @param validFrom the first day it exists; open when {@code null}
 * @param validTo   the last day it exists; open when {@code null}
 */
public record KnownUnit(UUID id, String code, String name, LocalDate validFrom, LocalDate validTo) {

    boolean existsOn(LocalDate day) {
        return Validity.covers(validFrom, validTo, day);
    }
}
