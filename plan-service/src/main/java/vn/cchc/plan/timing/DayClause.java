package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import vn.cchc.plan.timing.DayForm.Day;

/**
 * Named days: {@code days = ["trước" | atLatest] ([hour] day | day {("," | "và") ["trước"] day})}. Before an hour of a day
 * is that day itself.
 */
final class DayClause implements Production<List<TimingRule>> {

    private static final List<String> BEFORE =
            List.of("truoc", "cham nhat la truoc", "cham nhat truoc", "muon nhat la truoc", "muon nhat truoc");

    private final DayForm days;
    private final HourForm hours = new HourForm();
    private final int planYear;

    DayClause(int planYear) {
        this.days = new DayForm(planYear);
        this.planYear = planYear;
    }

    @Override
    public Optional<List<TimingRule>> read(Tokens tokens) {
        AtLatest.readTerm(tokens);
        boolean before = tokens.readAny(BEFORE).isPresent();
        if (!before) {
            AtLatest.read(tokens);
        }
        int start = tokens.position();
        Optional<TimingRule> hour = dayWithHour(tokens);
        if (hour.isPresent()) {
            return hour.map(List::of);
        }
        tokens.reset(start);
        List<Day> read = Series.read(tokens, former -> {
            if (before && !former.isEmpty()) {
                tokens.read("truoc");
            }
            return days.read(tokens);
        });
        return isPlain(read)
                ? Optional.of(read.stream().map(day -> fixed(day, before)).toList())
                : Optional.empty();
    }

    private Optional<TimingRule> dayWithHour(Tokens tokens) {
        Optional<LocalTime> hour = hours.read(tokens);
        if (hour.isEmpty()) {
            return Optional.empty();
        }
        tokens.read(",");
        return days.read(tokens).map(day -> new TimingRule.Fixed("", Deadline.byHour(day.date(), hour.get())));
    }

    /** In one order, and none that could as well be of the year of another. */
    private boolean isPlain(List<Day> read) {
        boolean mixed = read.stream().map(Day::printedYear).distinct().count() > 1;
        for (int i = 0; i < read.size(); i++) {
            LocalDate day = read.get(i).date();
            boolean ascends = i == 0 || day.isAfter(read.get(i - 1).date());
            if (!ascends || (mixed && day.getYear() != planYear)) {
                return false;
            }
        }
        return !read.isEmpty();
    }

    private static TimingRule fixed(Day day, boolean before) {
        return new TimingRule.Fixed("", before ? Deadline.before(day.date()) : Deadline.atLatest(day.date()));
    }

    @Override
    public Optional<String> print(List<TimingRule> rules) {
        if (rules.size() != 1
                || !(rules.get(0) instanceof TimingRule.Fixed fixed)
                || fixed.from().isPresent()) {
            return Optional.empty();
        }
        Deadline deadline = fixed.deadline();
        String day = "ngày " + DayForm.words(deadline.stated());
        return Optional.of(
                switch (deadline.wording()) {
                    case BEFORE -> "trước " + day;
                    case AT_LATEST ->
                        deadline.hour()
                                .map(hour -> "trước " + HourForm.words(hour) + " " + day)
                                .orElse("chậm nhất " + day);
                });
    }
}
