package vn.cchc.feedback.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.VietnamTime;

/**
 * A part of the register: a year, or a span of days of entry; as it is, or as it stood at the end of a past day.
 *
 * @param firstYear of entry
 * @param lastYear of entry, inclusive
 * @param days of entry; empty for whole years
 * @param asOf a day that is over; empty for now
 */
record RegisterSpan(int firstYear, int lastYear, Optional<Days> days, Optional<LocalDate> asOf) {

    /** Both inclusive. */
    record Days(LocalDate first, LocalDate last) {}

    /**
     * Checks the parameters.
     *
     * @throws Problem 400 for a year out of bounds; 422 for a year beside days, one day without the other, days that are no span or more than a year, and a day
     *     to come
     */
    static RegisterSpan of(RegisterFilters wanted, LocalDate today) {
        if (wanted.asOf() != null && wanted.asOf().isAfter(today)) {
            throw Problem.invalid("asOf", "Không được sau hôm nay.", "Must not be after today.");
        }
        Optional<LocalDate> asOf = Optional.ofNullable(wanted.asOf()).filter(day -> day.isBefore(today));
        if (wanted.from() == null && wanted.to() == null) {
            int year = wanted.year() == null ? today.getYear() : wanted.year();
            if (year < 1 || year > Bounds.LAST_YEAR) {
                throw Problem.malformedParameter(
                        "year", "Từ 1 đến " + Bounds.LAST_YEAR + ".", "1 to " + Bounds.LAST_YEAR + ".");
            }
            return new RegisterSpan(year, year, Optional.empty(), asOf);
        }
        Days days = days(wanted);
        return new RegisterSpan(days.first().getYear(), days.last().getYear(), Optional.of(days), asOf);
    }

    private static Days days(RegisterFilters wanted) {
        if (wanted.year() != null) {
            throw Problem.invalid(
                    "year",
                    "Chọn năm hoặc khoảng ngày, không chọn cả hai.",
                    "Either a year or a span of days, not both.");
        }
        if (wanted.from() == null || wanted.to() == null) {
            throw Problem.invalid(
                    wanted.from() == null ? "from" : "to",
                    "Khoảng ngày cần cả ngày đầu và ngày cuối.",
                    "A span needs its first and its last day.");
        }
        if (wanted.to().isBefore(wanted.from())
                || !wanted.to().isBefore(wanted.from().plusYears(1))
                || wanted.from().getYear() < 1) {
            throw Problem.invalid(
                    "to",
                    "Phải từ ngày đầu trở đi, không quá một năm.",
                    "Must be the first day or later, at most one year.");
        }
        return new Days(wanted.from(), wanted.to());
    }

    boolean isWholeYear() {
        return days.isEmpty();
    }

    /** The end of the past day; exclusive. */
    Optional<OffsetDateTime> asOfEnd() {
        return asOf.map(RegisterSpan::endOf);
    }

    /** From when on the entries are; inclusive. */
    Optional<OffsetDateTime> enteredFrom() {
        return days.map(span -> VietnamTime.startOf(span.first()));
    }

    /** Before when the entries are. */
    Optional<OffsetDateTime> enteredBefore() {
        Optional<OffsetDateTime> end = days.map(span -> endOf(span.last()));
        return asOfEnd()
                .map(over -> end.filter(last -> last.isBefore(over)).orElse(over))
                .or(() -> end);
    }

    boolean covers(OffsetDateTime entered) {
        return enteredFrom().filter(entered::isBefore).isEmpty()
                && enteredBefore().filter(before -> !entered.isBefore(before)).isEmpty();
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return VietnamTime.startOf(day.plusDays(1));
    }
}
