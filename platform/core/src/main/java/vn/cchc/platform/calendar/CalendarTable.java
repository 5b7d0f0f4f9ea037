package vn.cchc.platform.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.cchc.platform.http.BilingualText;

/**
 * The days off and make-up workdays of public servants, by year, as known on the day of publication. Immutable: every
 * change gets a new version.
 *
 * @param version names the table in every explanation of a due day
 */
public record CalendarTable(String version, LocalDate publishedOn, SortedMap<Integer, Year> years) {

    /** Of a version, in characters; the database holds it ({@code ck_working_calendar_version_length}). */
    public static final int LONGEST_VERSION = 100;

    public CalendarTable {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(publishedOn, "publishedOn");
        years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
        if (years.isEmpty()) {
            throw new IllegalArgumentException("A table of working days without a year");
        }
        years.forEach(CalendarTable::requireOwnDays);
    }

    private static void requireOwnDays(int year, Year content) {
        Set<LocalDate> off = new HashSet<>();
        content.holidays().forEach(holiday -> off.addAll(holiday.dates()));
        content.swaps().forEach(swap -> off.add(swap.dayOff()));
        for (LocalDate day : off) {
            if (day.getYear() != year) {
                throw new IllegalArgumentException("Day off " + day + " stands under the year " + year);
            }
        }
        for (Swap swap : content.swaps()) {
            if (off.contains(swap.makeUpWorkday())) {
                throw new IllegalArgumentException("Make-up workday " + swap.makeUpWorkday() + " is also a day off");
            }
        }
    }

    /**
     * @param holidays days off by law
     * @param swaps    workdays exchanged for a weekend day by decision of the Government
     * @param proposed days off that are not decided: shown, never counted
     */
    public record Year(List<Holiday> holidays, List<Swap> swaps, List<Holiday> proposed) {

        public Year {
            holidays = List.copyOf(holidays);
            swaps = List.copyOf(swaps);
            proposed = List.copyOf(proposed);
        }
    }

    /** @param basis the source of the days */
    public record Holiday(BilingualText name, List<LocalDate> dates, String basis, Confidence confidence) {

        public Holiday {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(confidence, "confidence");
            dates = List.copyOf(dates);
        }
    }

    /** A workday that is off in exchange for a weekend day that is worked. */
    public record Swap(LocalDate dayOff, LocalDate makeUpWorkday, String basis, Confidence confidence) {

        public Swap {
            Objects.requireNonNull(dayOff, "dayOff");
            Objects.requireNonNull(makeUpWorkday, "makeUpWorkday");
            Objects.requireNonNull(confidence, "confidence");
            if (dayOff.getDayOfWeek().getValue() > 5) {
                throw new IllegalArgumentException("Exchanged day off " + dayOff + " is no weekday");
            }
            if (makeUpWorkday.getDayOfWeek().getValue() < 6) {
                throw new IllegalArgumentException("Make-up workday " + makeUpWorkday + " is no weekend day");
            }
        }
    }

    /** Confidence in the entry. */
    public enum Confidence {
        /** Announced, or fixed by law. */
        HIGH,
        /** Announced in part; the rest is inferred. */
        MEDIUM,
        /** Derived from the law, not yet announced. */
        ESTIMATED,
        /** Takes effect only if a law is passed. */
        CONDITIONAL
    }
}
