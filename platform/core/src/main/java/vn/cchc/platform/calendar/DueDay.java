package vn.cchc.platform.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.BilingualText;

/**
 * The last day on which something is in time, until 24:00 of that day in Vietnam (Civil Code 2015, art. 148(6)), with
 * all that is needed to check it by hand.
 *
 * @param dueOn  the last day in time; may be a day off where nothing rolls it
 * @param workOn the last working day on or before {@code dueOn}: the day to have it done by, which reminders follow
 * @param yearsWithoutTable the years that were looked at and whose working days are not decided yet: the days off that are
 *     proposed were counted
 */
public record DueDay(LocalDate dueOn, LocalDate workOn, List<Integer> yearsWithoutTable, Explanation explanation) {

    /** What names the table that a due day was counted with, where an API shows it. */
    public static final String CALENDAR = "Version of the table of working days that the due day was counted with.";

    /** What it means that a due day is provisional, where an API shows it. */
    public static final String PROVISIONAL =
            "The due day rests on a year whose working days are not decided yet; it may move.";

    /** What the day is from which a due day has moved, where an API shows it. */
    public static final String MOVED_FROM =
            "The due day before the working days were last counted anew, where it has moved then.";

    /** What a note on a due day is, where an API shows it. */
    public static final String NOTE =
            "In words: that the due day may still move, or that it has. Absent where neither is so.";

    /** A filter of lists by {@link #MOVED_FROM}, where an API shows it. */
    public static final String FILTER_MOVED =
            "true: only those whose due day another table of working days has moved; false: only the others; absent: all";

    /** A filter of lists by {@link #PROVISIONAL}, where an API shows it. */
    public static final String FILTER_PROVISIONAL =
            "true: only those whose due day rests on a year whose working days are not decided yet; false: only the others;"
                    + " absent: all";

    /** The note on a due day that has moved from 14 to 15 January 2021, as JSON. */
    public static final String NOTE_EXAMPLE = """
            {"vi": "Hạn trả lời đã được tính lại theo bảng ngày làm việc mới: 14/01/2021 → 15/01/2021.",
             "en": "The due day of the answer was counted anew by a new table of working days: 14 January 2021 → 15 January 2021."}""";

    /** The note on 15 January 2021 if it were provisional, as JSON. */
    public static final String PROVISIONAL_NOTE_EXAMPLE = """
            {"vi": "Hạn trả lời 15/01/2021 là tạm tính: thời hạn có năm chưa công bố ngày nghỉ; hạn có thể thay đổi.",
             "en": "The due day of the answer, 15 January 2021, is provisional: the term touches a year whose days off are not announced yet; it may change."}""";

    public DueDay {
        Objects.requireNonNull(dueOn, "dueOn");
        Objects.requireNonNull(workOn, "workOn");
        Objects.requireNonNull(explanation, "explanation");
        yearsWithoutTable = List.copyOf(yearsWithoutTable);
    }

    /** Whether it rests on a year without a table: then it may move when the table comes. */
    public boolean provisional() {
        return !yearsWithoutTable.isEmpty();
    }

    /**
     * The end of a term that an event starts; the day of the event is not counted (Civil Code 2015, art. 147(3)).
     *
     * @param eventDay the local day on which the event happened
     */
    public static DueDay after(LocalDate eventDay, Term term, WorkingCalendar calendar) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                eventDay,
                Step.Kind.START,
                BilingualText.of(
                        "Ngày xảy ra sự kiện " + DayWording.vi(eventDay) + " không được tính",
                        "The day of the event, " + DayWording.en(eventDay) + ", is not counted")));
        LocalDate lastDay =
                switch (term.unit()) {
                    case CALENDAR_DAY -> eventDay.plusDays(term.amount());
                    case WEEK -> eventDay.plusWeeks(term.amount());
                    case MONTH -> eventDay.plusMonths(term.amount());
                    case WORKING_DAY -> countWorkingDays(eventDay, term.amount(), calendar, steps);
                };
        steps.add(new Step(
                lastDay,
                Step.Kind.TERM_END,
                BilingualText.of(
                        "Thời hạn " + term.text().vi() + " kết thúc vào " + DayWording.viWeekday(lastDay) + " "
                                + DayWording.vi(lastDay),
                        "The term of " + term.text().en() + " ends on " + DayWording.enWeekday(lastDay) + ", "
                                + DayWording.en(lastDay))));
        LocalDate dueOn = term.rollsForward() ? roll(lastDay, calendar, steps) : lastDay;
        LocalDate workOn = workOn(dueOn, calendar, steps);
        LocalDate first = term.unit() == Term.Unit.WORKING_DAY ? eventDay.plusDays(1) : lastDay;
        List<Integer> without = withoutTable(first, dueOn, workOn, calendar, steps);
        boolean stays = !term.rollsForward() && term.unit() != Term.Unit.WORKING_DAY;
        BilingualText rule = BilingualText.of(
                term.text().vi() + " kể từ ngày tiếp theo của ngày " + DayWording.vi(eventDay)
                        + (stays ? ", không chuyển sang ngày làm việc tiếp theo" : ""),
                term.text().en() + " from the day after " + DayWording.en(eventDay)
                        + (stays ? ", not moved to the next working day" : ""));
        return new DueDay(
                dueOn, workOn, without, new Explanation(eventDay, rule, steps, clauseOf(term), calendar.version()));
    }

    /**
     * A deadline worded "trước ngày X". It is no term, so it is never moved past X.
     *
     * @param inclusive whether the authority has settled that X itself is still in time; else the day before X is the
     *                  last one
     */
    public static DueDay before(LocalDate deadline, boolean inclusive, WorkingCalendar calendar) {
        LocalDate dueOn = inclusive ? deadline : deadline.minusDays(1);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                deadline,
                Step.Kind.START,
                BilingualText.of(
                        "Mốc ghi \"trước ngày " + DayWording.vi(deadline) + "\"",
                        "Worded \"before " + DayWording.en(deadline) + "\"")));
        steps.add(
                inclusive
                        ? new Step(
                                dueOn,
                                Step.Kind.TERM_END,
                                BilingualText.of(
                                        "Cơ quan quy định tính cả ngày " + DayWording.vi(deadline),
                                        "The authority has settled that " + DayWording.en(deadline)
                                                + " itself is in time"))
                        : new Step(
                                dueOn,
                                Step.Kind.TERM_END,
                                BilingualText.of(
                                        "Trước ngày " + DayWording.vi(deadline) + " nghĩa là chậm nhất ngày "
                                                + DayWording.vi(dueOn),
                                        "Before " + DayWording.en(deadline) + " means " + DayWording.en(dueOn)
                                                + " at the latest")));
        LocalDate workOn = workOn(dueOn, calendar, steps);
        List<Integer> without = withoutTable(dueOn, dueOn, workOn, calendar, steps);
        BilingualText rule = inclusive
                ? BilingualText.of(
                        "Trước ngày " + DayWording.vi(deadline) + ", tính cả ngày đó",
                        "Before " + DayWording.en(deadline) + ", that day included")
                : BilingualText.of(
                        "Trước ngày " + DayWording.vi(deadline) + ", không tính ngày đó",
                        "Before " + DayWording.en(deadline) + ", that day excluded");
        return new DueDay(dueOn, workOn, without, new Explanation(deadline, rule, steps, NO_TERM, calendar.version()));
    }

    /**
     * A deadline that names its last day, such as the last day of a month or a day set by hand. It is not moved.
     */
    public static DueDay on(LocalDate lastDay, WorkingCalendar calendar) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                lastDay,
                Step.Kind.START,
                BilingualText.of(
                        "Ngày cuối cùng là " + DayWording.vi(lastDay), "The last day is " + DayWording.en(lastDay))));
        LocalDate workOn = workOn(lastDay, calendar, steps);
        List<Integer> without = withoutTable(lastDay, lastDay, workOn, calendar, steps);
        BilingualText rule = BilingualText.of(
                "Chậm nhất ngày " + DayWording.vi(lastDay), "On " + DayWording.en(lastDay) + " at the latest");
        return new DueDay(lastDay, workOn, without, new Explanation(lastDay, rule, steps, NO_TERM, calendar.version()));
    }

    /**
     * A day that another service has counted, by a calendar of its own. Of a provisional one its own year stands for those without
     * a table, which the other service knows.
     *
     * @param version     of the table that it names
     * @param provisional whether it has told so
     */
    public static DueDay countedElsewhere(
            LocalDate day, String version, boolean provisional, WorkingCalendar calendar) {
        DueDay here = on(day, calendar);
        Explanation how = here.explanation();
        return new DueDay(
                day,
                here.workOn(),
                provisional ? List.of(day.getYear()) : List.of(),
                new Explanation(how.start(), how.rule(), how.steps(), how.clause(), version));
    }

    private static LocalDate countWorkingDays(
            LocalDate eventDay, int amount, WorkingCalendar calendar, List<Step> steps) {
        LocalDate day = eventDay;
        for (int counted = 0; counted < amount; ) {
            day = day.plusDays(1);
            if (calendar.isMakeUpWorkday(day)) {
                counted++;
                steps.add(new Step(day, Step.Kind.MAKE_UP_WORKDAY, madeUp(day, calendar)));
            } else if (calendar.isWorkingDay(day)) {
                counted++;
            } else {
                steps.add(new Step(day, Step.Kind.NOT_COUNTED, off(day, "không tính", "not counted", calendar)));
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
            steps.add(new Step(
                    day, Step.Kind.ROLLED_PAST, off(day, "chuyển sang ngày sau", "moved to the next day", calendar)));
        }
        steps.add(new Step(
                dueOn,
                Step.Kind.ROLLED_TO,
                BilingualText.of(
                        "Ngày làm việc tiếp theo: " + DayWording.viWeekday(dueOn) + " " + DayWording.vi(dueOn),
                        "Next working day: " + DayWording.enWeekday(dueOn) + ", " + DayWording.en(dueOn))));
        return dueOn;
    }

    private static LocalDate workOn(LocalDate dueOn, WorkingCalendar calendar, List<Step> steps) {
        LocalDate workOn = calendar.previousOrSameWorkingDay(dueOn);
        if (workOn.equals(dueOn)) {
            return dueOn;
        }
        for (LocalDate day = dueOn; day.isAfter(workOn); day = day.minusDays(1)) {
            steps.add(new Step(day, Step.Kind.DAY_OFF, off(day, "ngày nghỉ", "a day off", calendar)));
        }
        steps.add(new Step(
                workOn,
                Step.Kind.WORK_ON,
                BilingualText.of(
                        "Ngày làm việc cuối cùng trước hạn: " + DayWording.viWeekday(workOn) + " "
                                + DayWording.vi(workOn),
                        "Last working day before it: " + DayWording.enWeekday(workOn) + ", " + DayWording.en(workOn))));
        return workOn;
    }

    /**
     * The years without a table among those that were looked at, from {@code first} to {@code dueOn} and to {@code workOn}; where
     * there are some, the last step tells it.
     */
    private static List<Integer> withoutTable(
            LocalDate first, LocalDate dueOn, LocalDate workOn, WorkingCalendar calendar, List<Step> steps) {
        int from = Math.min(first.getYear(), workOn.getYear());
        int to = Math.max(first.getYear(), dueOn.getYear());
        List<Integer> without = calendar.yearsWithoutTable(from, to);
        if (!without.isEmpty()) {
            String years = without.stream().map(String::valueOf).collect(Collectors.joining(", "));
            steps.add(new Step(
                    dueOn,
                    Step.Kind.PROVISIONAL,
                    BilingualText.of(
                            "Tạm tính: chưa có bảng ngày làm việc năm " + years
                                    + ", dùng ngày nghỉ lễ cố định và ngày nghỉ lễ âm lịch dự kiến; có thể thay đổi khi có bảng",
                            "Provisional: there is no table of working days for " + years
                                    + " yet; the fixed holidays and the expected lunar ones were used, and it may change when"
                                    + " the table comes")));
        }
        return without;
    }

    /**
     * What whoever waits for an answer is told of its due day.
     *
     * @param provisional whether it rests on a year whose working days are not decided yet
     * @param movedFrom the due day before the working days were last counted anew, where it has moved then
     * @return empty where it neither may move nor has moved
     */
    public static Optional<BilingualText> note(LocalDate dueOn, boolean provisional, Optional<LocalDate> movedFrom) {
        Optional<BilingualText> moved = movedFrom.map(before -> BilingualText.of(
                "Hạn trả lời đã được tính lại theo bảng ngày làm việc mới: " + DayWording.vi(before) + " → "
                        + DayWording.vi(dueOn) + ".",
                "The due day of the answer was counted anew by a new table of working days: " + DayWording.en(before)
                        + " → " + DayWording.en(dueOn) + "."));
        if (!provisional) {
            return moved;
        }
        BilingualText mayMove = BilingualText.of(
                "Hạn trả lời " + DayWording.vi(dueOn)
                        + " là tạm tính: thời hạn có năm chưa công bố ngày nghỉ; hạn có thể thay đổi.",
                "The due day of the answer, " + DayWording.en(dueOn)
                        + ", is provisional: the term touches a year whose days off are not announced yet; it may change.");
        return Optional.of(
                moved.map(told -> BilingualText.of(told.vi() + " " + mayMove.vi(), told.en() + " " + mayMove.en()))
                        .orElse(mayMove));
    }

    private static BilingualText off(LocalDate day, String vi, String en, WorkingCalendar calendar) {
        BilingualText reason = calendar.reasonOff(day).orElseThrow();
        return BilingualText.of(
                DayWording.vi(day) + " (" + reason.vi() + "): " + vi,
                DayWording.en(day) + " (" + reason.en() + "): " + en);
    }

    private static BilingualText madeUp(LocalDate day, WorkingCalendar calendar) {
        LocalDate exchanged = calendar.exchangedFor(day);
        return BilingualText.of(
                DayWording.vi(day) + " (" + DayWording.viWeekday(day) + "): làm bù cho ngày " + DayWording.vi(exchanged)
                        + ", được tính",
                DayWording.en(day) + " (" + DayWording.enWeekday(day) + "): worked in exchange for "
                        + DayWording.en(exchanged) + ", counted");
    }

    private static BilingualText clauseOf(Term term) {
        String end =
                switch (term.unit()) {
                    case CALENDAR_DAY, WORKING_DAY -> "1";
                    case WEEK -> "2";
                    case MONTH -> "3";
                };
        boolean rolls = term.rollsForward() && term.unit() != Term.Unit.WORKING_DAY;
        return BilingualText.of(
                "Bộ luật Dân sự 2015, Điều 147 khoản 3; Điều 148 khoản " + end + (rolls ? ", 5" : "") + " và 6",
                "Civil Code 2015, art. 147(3); art. 148(" + end + ")" + (rolls ? ", (5)" : "") + " and (6)");
    }

    private static final BilingualText NO_TERM = BilingualText.of(
            "Mốc thời gian ghi trong văn bản, không phải thời hạn theo Điều 147–148 Bộ luật Dân sự 2015: không chuyển sang"
                    + " ngày sau",
            "A deadline named in the document, no term under art. 147–148 of the Civil Code 2015: it is not moved to a"
                    + " later day");

    /**
     * How the day was found.
     *
     * @param start        the day of the event, or the day that the deadline names
     * @param steps        in the order of counting: each day that was skipped, moved past or made up for, and why
     * @param clause       what the counting rests on
     * @param tableVersion the table of working days it was counted with
     */
    @Schema(
            name = "DueDayExplanation",
            requiredProperties = {"start", "rule", "steps", "clause", "tableVersion"})
    public record Explanation(
            LocalDate start, BilingualText rule, List<Step> steps, BilingualText clause, String tableVersion) {

        public Explanation {
            steps = List.copyOf(steps);
        }
    }

    /** One day that mattered. */
    @Schema(
            name = "DueDayStep",
            requiredProperties = {"day", "kind", "text"})
    public record Step(LocalDate day, Kind kind, BilingualText text) {

        @Schema(name = "DueDayStepKind")
        public enum Kind {
            /** The day of the event, or the day the deadline names. */
            START,
            /** A day off within a term of working days. */
            NOT_COUNTED,
            /** A weekend day that counts because it is worked in exchange for a weekday off. */
            MAKE_UP_WORKDAY,
            /** The last day of the term, or of the deadline, before anything moves it. */
            TERM_END,
            /** A day off at the end of a term that rolls forward. */
            ROLLED_PAST,
            /** The working day on which a rolled term ends. */
            ROLLED_TO,
            /** A day off at the end of a deadline that does not roll. */
            DAY_OFF,
            /** The last working day before a due day that is off. */
            WORK_ON,
            /** The due day rests on a year without a table of working days. */
            PROVISIONAL
        }
    }
}
