package vn.cchc.feedback.authority;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A unit of an authority as published by plan-service.
 *
 * @param validFrom first day of validity; {@code null} for unbounded
 * @param validTo   last day of validity; {@code null} for unbounded
 */
public record KnownUnit(UUID id, String code, String name, LocalDate validFrom, LocalDate validTo) {

    boolean existsOn(LocalDate day) {
        return Validity.covers(validFrom, validTo, day);
    }
}
