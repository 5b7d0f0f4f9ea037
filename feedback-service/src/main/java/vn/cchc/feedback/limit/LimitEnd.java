package vn.cchc.feedback.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.cchc.platform.calendar.DueDay;

/** Where a limit, or an extension of it, ends, with the facts needed to verify it by hand. */
public sealed interface LimitEnd permits LimitEnd.OfDays, LimitEnd.OfHours {

    /** The last day in time. */
    LocalDate dueOn();

    /** The moment before which an answer is in time. */
    Instant dueAt();

    /** The last working day on or before {@link #dueOn}. */
    LocalDate workOn();

    /** Whether it depends on a year without a working-day table. */
    boolean provisional();

    /** The working-day table that it was counted with. */
    String tableVersion();

    /** The end of a limit in days: that of a whole day. */
    record OfDays(DueDay day) implements LimitEnd {

        @Override
        public LocalDate dueOn() {
            return day.dueOn();
        }

        @Override
        public Instant dueAt() {
            return HandlingLimit.endOf(day.dueOn());
        }

        @Override
        public LocalDate workOn() {
            return day.workOn();
        }

        @Override
        public boolean provisional() {
            return day.provisional();
        }

        @Override
        public String tableVersion() {
            return day.explanation().tableVersion();
        }
    }

    /**
     * The end of a limit in working hours, within the office hours of a working day.
     *
     * @param isExtension otherwise it is the limit itself
     * @param start the moment of the event, or the due moment that is extended
     * @param hours from 1
     * @param counted office time that was counted, in order; it adds up to the hours
     * @param paused completed pauses in between
     * @param daysOff days off in between that no pause covers, and make-up workdays
     * @param times the office hours that it was counted with, in order
     * @param yearsWithoutTable years that it depends on and that have no decided table
     */
    record OfHours(
            boolean isExtension,
            Instant start,
            int hours,
            List<OfficeSession> counted,
            List<PausedTime> paused,
            List<DueDay.Step> daysOff,
            List<OfficeTimes> times,
            List<Integer> yearsWithoutTable,
            String tableVersion)
            implements LimitEnd {

        public OfHours {
            counted = List.copyOf(counted);
            paused = List.copyOf(paused);
            daysOff = List.copyOf(daysOff);
            times = List.copyOf(times);
            yearsWithoutTable = List.copyOf(yearsWithoutTable);
        }

        /** When counting began: the start, or the next opening after it. */
        public Instant countedFrom() {
            return counted.get(0).from();
        }

        @Override
        public LocalDate dueOn() {
            return WorkingTime.day(dueAt());
        }

        @Override
        public Instant dueAt() {
            return counted.get(counted.size() - 1).to();
        }

        /** Office hours are those of working days. */
        @Override
        public LocalDate workOn() {
            return dueOn();
        }

        @Override
        public boolean provisional() {
            return !yearsWithoutTable.isEmpty();
        }
    }
}
