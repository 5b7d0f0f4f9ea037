package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.cchc.plan.timing.RecurringDay.DayOfMonth;

/**
 * A day of each month or quarter:
 *
 * <pre>
 * monthDay = ["định kỳ"] (([marker] "ngày" n | marker n | n "của") ["của"] month | every [","] ["hạn"] marker "ngày" n [["của"] month])
 * marker   = ["trước" | atLatest]
 * month    = every "tháng" | "tháng" ("cuối" | "đầu") ["của"] [every] "quý" ["sau"] | "tháng sau"
 * </pre>
 *
 * Only days that every month has.
 */
final class MonthDayClause implements Production<TimingRule> {

    private static final List<String> LAST_OF_QUARTER = List.of(
            "thang cuoi cua quy",
            "thang cuoi cung cua quy",
            "thang cuoi moi quy",
            "thang cuoi hang quy",
            "thang cuoi quy");
    private static final List<String> FIRST_OF_NEXT = List.of(
            "thang dau cua quy sau",
            "thang dau tien cua quy sau",
            "thang dau quy sau",
            "thang dau cua quy tiep theo",
            "thang dau tien cua quy tiep theo",
            "thang dau quy tiep theo");
    private static final List<String> FIRST_OF_QUARTER = List.of(
            "thang dau cua moi quy",
            "thang dau moi quy",
            "thang dau hang quy",
            "thang dau tien cua quy",
            "thang dau quy");
    private static final int MONTHS_OF_QUARTER = 3;
    private static final List<String> EVERY_MONTH = List.of("hang thang", "moi thang", "cac thang trong nam");
    private static final List<String> NEXT_MONTH =
            List.of("thang sau lien ke", "thang sau", "thang tiep theo", "thang ke tiep", "thang lien ke");

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        tokens.read("dinh ky");
        int start = tokens.position();
        return dayFirst(tokens).or(() -> {
            tokens.reset(start);
            return rhythmFirst(tokens);
        });
    }

    private record Named(int day, Deadline.Wording wording) {
        TimingRule in(Rhythm rhythm, int month) {
            return new TimingRule.Recurring("", rhythm, Optional.of(new DayOfMonth(day, month, wording)), List.of());
        }
    }

    private static Optional<Named> day(Tokens tokens, boolean ngay) {
        AtLatest.readTerm(tokens);
        boolean before = tokens.read("truoc");
        if (!before) {
            AtLatest.read(tokens);
        }
        if (!tokens.read("ngay") && ngay) {
            return Optional.empty();
        }
        OptionalInt day = tokens.number(1, RecurringDay.LAST_DAY);
        return day.isEmpty()
                ? Optional.empty()
                : Optional.of(new Named(day.getAsInt(), before ? Deadline.Wording.BEFORE : Deadline.Wording.AT_LATEST));
    }

    private static Optional<TimingRule> dayFirst(Tokens tokens) {
        int start = tokens.position();
        boolean ngay = day(tokens, true).isPresent();
        tokens.reset(start);
        Optional<Named> day = day(tokens, false);
        int number = tokens.position() - 1;
        boolean within = tokens.startsWith(start, "trong");
        // "Trong 02 tháng đầu quý", "01 tháng cuối quý", "trước 02 tháng cuối quý" have a number of months.
        if (day.isEmpty() || (within && !ngay)) {
            return Optional.empty();
        }
        boolean few = number == start || day.get().day() <= MONTHS_OF_QUARTER;
        if (!tokens.read("cua") && !ngay && few) {
            return Optional.empty();
        }
        if (tokens.readAny(EVERY_MONTH).isPresent()) {
            return Optional.of(day.get().in(Rhythm.MONTHLY, 0));
        }
        return ofQuarter(tokens).map(month -> day.get().in(Rhythm.QUARTERLY, month));
    }

    private static Optional<Integer> ofQuarter(Tokens tokens) {
        if (tokens.readAny(FIRST_OF_NEXT).isPresent()) {
            return Optional.of(1);
        }
        if (tokens.readAny(LAST_OF_QUARTER).isPresent()) {
            return Optional.of(0);
        }
        return tokens.readAny(FIRST_OF_QUARTER).map(words -> -2);
    }

    private static Optional<TimingRule> rhythmFirst(Tokens tokens) {
        Optional<Rhythm> rhythm =
                RhythmClause.every(tokens).filter(each -> each == Rhythm.MONTHLY || each == Rhythm.QUARTERLY);
        if (rhythm.isEmpty()) {
            return Optional.empty();
        }
        tokens.read(",");
        Optional<Named> day = day(tokens, true);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        tokens.read("cua");
        if (rhythm.get() == Rhythm.QUARTERLY) {
            return ofQuarter(tokens).map(month -> day.get().in(Rhythm.QUARTERLY, month));
        }
        if (tokens.readAny(NEXT_MONTH).isPresent()) {
            return Optional.of(day.get().in(Rhythm.MONTHLY, 1));
        }
        tokens.read("thang");
        return Optional.of(day.get().in(Rhythm.MONTHLY, 0));
    }

    @Override
    public Optional<String> print(TimingRule rule) {
        if (!(rule instanceof TimingRule.Recurring recurring)
                || !recurring.exceptions().isEmpty()
                || !(recurring.day().orElse(null) instanceof DayOfMonth day)) {
            return Optional.empty();
        }
        String marker = day.wording() == Deadline.Wording.BEFORE ? "trước ngày" : "chậm nhất ngày";
        String month = recurring.rhythm() == Rhythm.MONTHLY
                ? switch (day.month()) {
                    case 0 -> " của tháng";
                    default -> " của tháng sau";
                }
                : switch (day.month()) {
                    case 0 -> " của tháng cuối quý";
                    case 1 -> " của tháng đầu quý sau";
                    default -> " của tháng đầu quý";
                };
        return Optional.of("%s, %s %02d%s".formatted(RhythmClause.words(recurring.rhythm()), marker, day.day(), month));
    }
}
