package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.cchc.plan.timing.ReportPeriod.Part;
import vn.cchc.plan.timing.TimingRule.ReportSchedule.Item;

/**
 * Reports by period:
 *
 * <pre>
 * schedule = group {("," | ";" | "và") group}
 * group    = ["báo cáo"] period {("," | "và") period} ["trước" ["ngày"] dueDays] | "báo cáo quý trước" ["ngày"] date {"," date}
 * </pre>
 *
 * Without days it is a schedule where it says "báo cáo" or stands in the row of a report; elsewhere the parts of the year
 * are dated at their ends ({@link PartClause}). Quarters alone always are.
 */
final class ScheduleClause implements Production<TimingRule> {

    private final PeriodForm periods;
    private final DueDays days;
    private final int planYear;
    private final boolean report;

    /** @param report whether the row is one of a report */
    ScheduleClause(int planYear, boolean report) {
        this.periods = new PeriodForm(planYear);
        this.days = new DueDays(planYear);
        this.planYear = planYear;
        this.report = report;
    }

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        List<Item> items = new ArrayList<>();
        boolean saysReport = tokens.startsWith(0, "bao cao");
        do {
            Optional<List<Item>> group = group(tokens, former(items));
            if (group.isEmpty()) {
                return Optional.empty();
            }
            items.addAll(group.get());
        } while (tokens.read(", va") || tokens.read(",") || tokens.read(";") || tokens.read("va"));
        return tokens.atEnd() && isSchedule(items, saysReport)
                ? Optional.of(new TimingRule.ReportSchedule(items))
                : Optional.empty();
    }

    private static Optional<ReportPeriod> former(List<Item> items) {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(items.get(items.size() - 1).period());
    }

    private boolean isSchedule(List<Item> items, boolean saysReport) {
        long distinct = items.stream().map(Item::period).distinct().count();
        boolean ofThePlan = items.stream().allMatch(item -> item.period().year() == planYear);
        boolean dated = items.stream().anyMatch(item -> item.deadline().isPresent());
        if (distinct != items.size() || !ofThePlan) {
            return false;
        }
        // "Năm 2026, quý I" is one quarter.
        if (!dated && items.get(0).period().part() == Part.YEAR) {
            return false;
        }
        boolean more = items.stream().anyMatch(item -> !item.period().part().isQuarter());
        return dated || (items.size() > 1 && more && (report || saysReport));
    }

    private Optional<List<Item>> group(Tokens tokens, Optional<ReportPeriod> former) {
        tokens.read("bao cao");
        Optional<List<Item>> byQuarter = eachQuarter(tokens);
        if (byQuarter.isPresent()) {
            return byQuarter;
        }
        List<ReportPeriod> read = Series.read(
                tokens,
                before -> periods.read(tokens, before.isEmpty() ? former : Optional.of(before.get(before.size() - 1))));
        if (read.isEmpty()) {
            return Optional.empty();
        }
        boolean before = tokens.read("truoc");
        if (!before && !tokens.read("cham nhat")) {
            return Optional.of(read.stream()
                    .map(period -> new Item(period, Optional.empty()))
                    .toList());
        }
        tokens.read("ngay");
        return days.read(tokens, read)
                .map(deadlines ->
                        items(read, deadlines, before ? Deadline.Wording.BEFORE : Deadline.Wording.AT_LATEST));
    }

    private static List<Item> items(List<ReportPeriod> periods, List<LocalDate> days, Deadline.Wording wording) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            items.add(new Item(periods.get(i), Optional.of(new Deadline(days.get(i), wording))));
        }
        return items;
    }

    /** "Báo cáo quý trước ngày 10/3, 10/6, 10/9": each day in the last month of its quarter. */
    private Optional<List<Item>> eachQuarter(Tokens tokens) {
        int start = tokens.position();
        if (tokens.read("quy truoc")) {
            tokens.read("ngay");
            DayForm form = new DayForm(planYear);
            List<LocalDate> read =
                    Series.read(tokens, before -> form.read(tokens).map(DayForm.Day::date));
            boolean lastMonths =
                    read.stream().allMatch(day -> day.getMonthValue() % 3 == 0 && day.getYear() == planYear);
            if (!read.isEmpty() && lastMonths) {
                return Optional.of(items(
                        read.stream()
                                .map(day -> new ReportPeriod(planYear, Part.quarter(day.getMonthValue() / 3)))
                                .toList(),
                        read,
                        Deadline.Wording.BEFORE));
            }
        }
        tokens.reset(start);
        return Optional.empty();
    }

    @Override
    public Optional<String> print(TimingRule rule) {
        if (!(rule instanceof TimingRule.ReportSchedule schedule)) {
            return Optional.empty();
        }
        List<String> words =
                schedule.items().stream().map(ScheduleClause::words).toList();
        return Optional.of("báo cáo " + String.join("; báo cáo ", words));
    }

    private static String words(Item item) {
        return PeriodForm.words(item.period())
                + item.deadline()
                        .map(deadline -> (deadline.wording() == Deadline.Wording.BEFORE ? " trước" : " chậm nhất")
                                + " ngày "
                                + DayForm.words(deadline.stated()))
                        .orElse("");
    }
}
