package vn.cchc.feedback.authority;

import java.time.LocalDate;

/** Validity period, both days inclusive; {@code null} leaves a bound open. */
final class Validity {

    private Validity() {}

    static boolean covers(LocalDate from, LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
