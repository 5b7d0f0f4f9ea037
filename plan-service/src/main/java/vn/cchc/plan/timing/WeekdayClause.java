package vn.cchc.plan.timing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.cchc.plan.timing.RecurringDay.Weekday;

/**
 * A weekday of each week: {@code weekday = ["trước" hour | atLatest] day [every] "tuần" | every "tuần" [","] [marker] day}.
 * "Trước thứ Sáu" without an hour is left: whether Friday is in time would be a guess.
 */
final class WeekdayClause implements Production<TimingRule> {

    private static final Map<String, DayOfWeek> NAMES = Map.of(
            "hai", DayOfWeek.MONDAY,
            "ba", DayOfWeek.TUESDAY,
            "tu", DayOfWeek.WEDNESDAY,
            "nam", DayOfWeek.THURSDAY,
            "sau", DayOfWeek.FRIDAY,
            "bay", DayOfWeek.SATURDAY);
    private static final Map<DayOfWeek, String> WORDS = Map.of(
            DayOfWeek.MONDAY, "thứ Hai",
            DayOfWeek.TUESDAY, "thứ Ba",
            DayOfWeek.WEDNESDAY, "thứ Tư",
            DayOfWeek.THURSDAY, "thứ Năm",
            DayOfWeek.FRIDAY, "thứ Sáu",
            DayOfWeek.SATURDAY, "thứ Bảy",
            DayOfWeek.SUNDAY, "Chủ nhật");

    private final HourForm hours = new HourForm();

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        int start = tokens.position();
        Optional<Weekday> dayFirst = marked(tokens).filter(day -> everyWeek(tokens));
        if (dayFirst.isPresent()) {
            return dayFirst.map(WeekdayClause::rule);
        }
        tokens.reset(start);
        tokens.read("dinh ky");
        if (!everyWeek(tokens)) {
            return Optional.empty();
        }
        tokens.read(",");
        return marked(tokens).map(WeekdayClause::rule);
    }

    private static TimingRule rule(Weekday day) {
        return new TimingRule.Recurring("", Rhythm.WEEKLY, Optional.of(day), List.of());
    }

    private static boolean everyWeek(Tokens tokens) {
        return tokens.read("hang tuan") || tokens.read("moi tuan");
    }

    private Optional<Weekday> marked(Tokens tokens) {
        boolean before = tokens.read("truoc");
        if (!before) {
            AtLatest.read(tokens);
        }
        int start = tokens.position();
        Optional<LocalTime> hour = hours.read(tokens);
        if (hour.isEmpty()) {
            tokens.reset(start);
        }
        if (before && hour.isEmpty()) {
            return Optional.empty();
        }
        tokens.read("ngay");
        return day(tokens).map(day -> new Weekday(day, hour));
    }

    private static Optional<DayOfWeek> day(Tokens tokens) {
        if (tokens.read("chu nhat")) {
            return Optional.of(DayOfWeek.SUNDAY);
        }
        if (!tokens.read("thu")) {
            return Optional.empty();
        }
        OptionalInt number = tokens.number(2, 7);
        if (number.isPresent()) {
            return Optional.of(DayOfWeek.of(number.getAsInt() - 1));
        }
        return NAMES.entrySet().stream()
                .filter(name -> tokens.read(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @Override
    public Optional<String> print(TimingRule rule) {
        if (!(rule instanceof TimingRule.Recurring recurring)
                || !(recurring.day().orElse(null) instanceof Weekday day)) {
            return Optional.empty();
        }
        String hour = day.hour().map(at -> "trước " + HourForm.words(at) + " ").orElse("");
        return Optional.of(hour + WORDS.get(day.day()) + " hàng tuần");
    }
}
