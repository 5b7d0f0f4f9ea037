package vn.cchc.platform.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.BilingualText;

/**
 * The last day on which something is in time, until 24:00 of that day in Vietnam (Civil Code 2015, art. 148(6)), with
 * the facts needed to verify it by hand.
 *
 * @param dueOn the last day in time; may be a day off where the rule does not roll it
 * @param workOn the last working day on or before {@code dueOn}
 * @param yearsWithoutTable years used in the computation that have no decided table: their proposed days off were
 *     counted
 */
public record DueDay(LocalDate dueOn, LocalDate workOn, List<Integer> yearsWithoutTable, Explanation explanation) {

    /** OpenAPI description of the calendar version. */
    public static final String CALENDAR = "Version of the table of working days that the due day was counted with.";

    /** OpenAPI description of provisional due days. */
    public static final String PROVISIONAL =
            "The due day rests on a year whose working days are not decided yet; it may move.";

    /** OpenAPI description of the due day before a move. */
    public static final String MOVED_FROM =
            "The due day before the working days were last counted anew, where it has moved then.";

    /** OpenAPI description of a note on a due day. */
    public static final String NOTE =
            "In words: that the due day may still move, or that it has. Absent where neither is so.";

    /** OpenAPI description of a list filter by {@link #MOVED_FROM}. */
    public static final String FILTER_MOVED =
            "true: only those whose due day another table of working days has moved; false: only the others; absent: all";

    /** OpenAPI description of a list filter by {@link #PROVISIONAL}. */
    public static final String FILTER_PROVISIONAL =
            "true: only those whose due day rests on a year whose working days are not decided yet; false: only the others;"
                    + " absent: all";

    /** Example, as JSON: the note on a due day that moved from 14 to 15 January 2021. */
    public static final String NOTE_EXAMPLE = """
            {"vi": "Hạn trả lời đã được tính lại theo bảng ngày làm việc mới: 14/01/2021 → 15/01/2021.",
             "en": "The due day of the answer was counted anew by a new table of working days: 14 January 2021 → 15 January 2021."}""";

    /** Example, as JSON: the note on a provisional due day, 15 January 2021. */
    public static final String PROVISIONAL_NOTE_EXAMPLE = """
            {"vi": "Hạn trả lời 15/01/2021 là tạm tính: thời hạn có năm chưa công bố ngày nghỉ; hạn có thể thay đổi.",
             "en": "The due day of the answer, 15 January 2021, is provisional: the term touches a year whose days off are not announced yet; it may change."}""";

    public DueDay {
        Objects.requireNonNull(dueOn, "dueOn");
        Objects.requireNonNull(workOn, "workOn");
        Objects.requireNonNull(explanation, "explanation");
        yearsWithoutTable = List.copyOf(yearsWithoutTable);
    }

    /**
     * Steps of an explanation: each day of a term and of the days off behind it at most once, its beginning and its end. Of a limit in
     * working days only days off are steps, so that with pauses of 20 years it has no more.
     */
    public static final int MOST_STEPS = 3 * Term.LONGEST;

    /** Whether it depends on a year without a table; it may then move when the table is published. */
    public boolean provisional() {
        return !yearsWithoutTable.isEmpty();
    }

    /**
     * The end of a term that an event starts; the day of the event is not counted (Civil Code 2015, art. 147(3)).
     *
     * @param eventDay the local day on which the event happened
     */
    public static DueDay after(LocalDate eventDay, Term term, WorkingCalendar calendar) {
        return counted(Rule.TERM, eventDay, term, calendar);
    }

    /**
     * The end of an extension of a term. It begins on the day after the due day before, as a term after an event does
     * (Civil Code 2015, art. 147(3)).
     *
     * @param dueBefore the due day that is extended
     */
    public static DueDay extended(LocalDate dueBefore, Term extension, WorkingCalendar calendar) {
        return counted(Rule.EXTENSION, dueBefore, extension, calendar);
    }

    /**
     * The last day on which something is in time that is to be done a term before an event. Counted back from the day of the event,
     * which is not counted (Civil Code 2015, art. 147(3)), by the calendar or over working days. It is not rolled past a day off:
     * on a later day less than the term would be left.
     *
     * @param eventDay the local day of the event
     */
    public static DueDay beforeEvent(LocalDate eventDay, Term term, WorkingCalendar calendar) {
        List<Step> steps = new ArrayList<>(List.of(Step.of(eventDay, Step.Kind.START)));
        LocalDate dueOn =
                switch (term.unit()) {
                    case HOUR -> eventDay.minusDays(term.daysOfHours());
                    case CALENDAR_DAY -> eventDay.minusDays(term.amount());
                    case WEEK -> eventDay.minusWeeks(term.amount());
                    case MONTH -> eventDay.minusMonths(term.amount());
                    case WORKING_DAY -> countWorkingDays(eventDay, term.amount(), -1, calendar, steps);
                };
        steps.add(Step.of(dueOn, Step.Kind.TERM_END));
        LocalDate workOn = workOn(dueOn, calendar, steps);
        LocalDate last = term.unit() == Term.Unit.WORKING_DAY ? eventDay.minusDays(1) : dueOn;
        List<Integer> without = withoutTable(last, dueOn, workOn, calendar, steps);
        return new DueDay(
                dueOn,
                workOn,
                without,
                new Explanation(Rule.TERM_BEFORE, eventDay, Optional.of(term), steps, without, calendar.version()));
    }

    private static DueDay counted(Rule rule, LocalDate eventDay, Term term, WorkingCalendar calendar) {
        List<Step> steps = new ArrayList<>(List.of(Step.of(eventDay, Step.Kind.START)));
        LocalDate lastDay =
                switch (term.unit()) {
                    case HOUR -> eventDay.plusDays(term.daysOfHours());
                    case CALENDAR_DAY -> eventDay.plusDays(term.amount());
                    case WEEK -> eventDay.plusWeeks(term.amount());
                    case MONTH -> eventDay.plusMonths(term.amount());
                    case WORKING_DAY -> countWorkingDays(eventDay, term.amount(), 1, calendar, steps);
                };
        steps.add(Step.of(lastDay, Step.Kind.TERM_END));
        LocalDate dueOn = term.rollsForward() ? roll(lastDay, calendar, steps) : lastDay;
        LocalDate workOn = workOn(dueOn, calendar, steps);
        LocalDate first = term.unit() == Term.Unit.WORKING_DAY ? eventDay.plusDays(1) : lastDay;
        List<Integer> without = withoutTable(first, dueOn, workOn, calendar, steps);
        return new DueDay(
                dueOn,
                workOn,
                without,
                new Explanation(rule, eventDay, Optional.of(term), steps, without, calendar.version()));
    }

    /**
     * A deadline worded "trước ngày X". It is not a term and therefore never rolled past X.
     *
     * @param inclusive whether the authority's setting counts X itself as in time; otherwise the day before X is the
     *     last
     */
    public static DueDay before(LocalDate deadline, boolean inclusive, WorkingCalendar calendar) {
        LocalDate dueOn = inclusive ? deadline : deadline.minusDays(1);
        return named(
                inclusive ? Rule.BEFORE_INCLUSIVE : Rule.BEFORE,
                deadline,
                dueOn,
                new ArrayList<>(List.of(Step.of(deadline, Step.Kind.START), Step.of(dueOn, Step.Kind.TERM_END))),
                calendar);
    }

    /**
     * A deadline that names its last day, such as the last day of a month or a day set by hand. It is not moved.
     */
    public static DueDay on(LocalDate lastDay, WorkingCalendar calendar) {
        List<Step> steps = new ArrayList<>(List.of(Step.of(lastDay, Step.Kind.START)));
        return named(Rule.LAST_DAY, lastDay, lastDay, steps, calendar);
    }

    private static DueDay named(
            Rule rule, LocalDate deadline, LocalDate dueOn, List<Step> steps, WorkingCalendar calendar) {
        LocalDate workOn = workOn(dueOn, calendar, steps);
        List<Integer> without = withoutTable(dueOn, dueOn, workOn, calendar, steps);
        return new DueDay(
                dueOn,
                workOn,
                without,
                new Explanation(rule, deadline, Optional.empty(), steps, without, calendar.version()));
    }

    /**
     * A due day computed by another service with its own calendar. If provisional, its own year stands for the years
     * without a table, which only the other service knows.
     *
     * @param version of the table it names
     * @param provisional as published by the other service
     */
    public static DueDay countedElsewhere(
            LocalDate day, String version, boolean provisional, WorkingCalendar calendar) {
        DueDay here = on(day, calendar);
        Explanation how = here.explanation();
        return new DueDay(
                day,
                here.workOn(),
                provisional ? List.of(day.getYear()) : List.of(),
                new Explanation(how.rule(), how.start(), how.term(), how.steps(), how.yearsWithoutTable(), version));
    }

    /** @param direction 1 towards later days, -1 towards earlier ones */
    private static LocalDate countWorkingDays(
            LocalDate eventDay, int amount, int direction, WorkingCalendar calendar, List<Step> steps) {
        LocalDate day = eventDay;
        for (int counted = 0; counted < amount; ) {
            day = day.plusDays(direction);
            if (calendar.isMakeUpWorkday(day)) {
                counted++;
                steps.add(new Step(
                        day, Step.Kind.MAKE_UP_WORKDAY, Optional.empty(), Optional.of(calendar.exchangedFor(day))));
            } else if (calendar.isWorkingDay(day)) {
                counted++;
            } else {
                steps.add(Step.off(day, Step.Kind.NOT_COUNTED, calendar));
            }
        }
        return day;
    }

    private static LocalDate roll(LocalDate lastDay, WorkingCalendar calendar, List<Step> steps) {
        LocalDate dueOn = calendar.nextOrSameWorkingDay(lastDay);
        if (dueOn.equals(lastDay)) {
            return lastDay;
        }
        for (LocalDate day = lastDay; day.isBefore(dueOn); day = day.plusDays(1)) {
            steps.add(Step.off(day, Step.Kind.ROLLED_PAST, calendar));
        }
        steps.add(Step.of(dueOn, Step.Kind.ROLLED_TO));
        return dueOn;
    }

    private static LocalDate workOn(LocalDate dueOn, WorkingCalendar calendar, List<Step> steps) {
        LocalDate workOn = calendar.previousOrSameWorkingDay(dueOn);
        if (workOn.equals(dueOn)) {
            return dueOn;
        }
        for (LocalDate day = dueOn; day.isAfter(workOn); day = day.minusDays(1)) {
            steps.add(Step.off(day, Step.Kind.DAY_OFF, calendar));
        }
        steps.add(Step.of(workOn, Step.Kind.WORK_ON));
        return workOn;
    }

    /**
     * The years without a table among those used, between {@code counted}, {@code dueOn} and {@code workOn}. If there are
     * any, the last step states it.
     *
     * @param counted the day next to the event where each day was looked at, otherwise the end of the term
     */
    private static List<Integer> withoutTable(
            LocalDate counted, LocalDate dueOn, LocalDate workOn, WorkingCalendar calendar, List<Step> steps) {
        int from = Math.min(counted.getYear(), workOn.getYear());
        int to = Math.max(counted.getYear(), dueOn.getYear());
        List<Integer> without = calendar.yearsWithoutTable(from, to);
        if (!without.isEmpty()) {
            steps.add(Step.of(dueOn, Step.Kind.PROVISIONAL));
        }
        return without;
    }

    /** The rule a due day is derived from. */
    public enum Rule {
        /** A term after an event. */
        TERM,
        /** A term before an event. */
        TERM_BEFORE,
        /** A term after the due day that it extends. */
        EXTENSION,
        /** Before a day that is itself not in time. */
        BEFORE,
        /** Before a day that the authority's setting counts as in time. */
        BEFORE_INCLUSIVE,
        /** The last day itself. */
        LAST_DAY
    }

    /**
     * How the day was found.
     *
     * @param start the day of the event, the due day that is extended, or the day that the deadline names
     * @param term for {@link Rule#TERM}, {@link Rule#TERM_BEFORE} and {@link Rule#EXTENSION} only
     * @param steps in the order of counting: each day skipped, moved past or made up for, and why
     * @param yearsWithoutTable years without a decided table that the steps depend on
     * @param tableVersion the table of working days used
     */
    public record Explanation(
            Rule rule,
            LocalDate start,
            Optional<Term> term,
            List<Step> steps,
            List<Integer> yearsWithoutTable,
            String tableVersion) {

        public Explanation {
            yearsWithoutTable = List.copyOf(yearsWithoutTable);
            steps = List.copyOf(steps);
        }
    }

    /**
     * One day of the explanation.
     *
     * @param reasonOff why it is a day off, if it is one
     * @param exchangedFor the weekday off, for a {@link Kind#MAKE_UP_WORKDAY} only
     */
    public record Step(LocalDate day, Kind kind, Optional<BilingualText> reasonOff, Optional<LocalDate> exchangedFor) {

        private static Step of(LocalDate day, Kind kind) {
            return new Step(day, kind, Optional.empty(), Optional.empty());
        }

        private static Step off(LocalDate day, Kind kind, WorkingCalendar calendar) {
            return new Step(day, kind, calendar.reasonOff(day), Optional.empty());
        }

        @Schema(name = "DueDayStepKind")
        public enum Kind {
            /** The day of the event, the due day that is extended, or the day the deadline names. */
            START,
            /** A day off within a term of working days. */
            NOT_COUNTED,
            /** A weekend day that counts because it is worked in exchange for a weekday off. */
            MAKE_UP_WORKDAY,
            /** The last day of the term or deadline, before it is moved. */
            TERM_END,
            /** A day off at the end of a term that rolls forward. */
            ROLLED_PAST,
            /** The working day on which a rolled term ends. */
            ROLLED_TO,
            /** A day off at the end of a deadline that does not roll. */
            DAY_OFF,
            /** The last working day before a due day that is off. */
            WORK_ON,
            /** The due day depends on a year without a table of working days. */
            PROVISIONAL
        }
    }
}
