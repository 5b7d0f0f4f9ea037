package vn.cchc.feedback.authority;

import java.time.LocalDate;

/** A period of validity with both days included; {@code null} leaves an end open. */
final class Validity {

    private Validity() {}

    static boolean covers(LocalDate from, LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
