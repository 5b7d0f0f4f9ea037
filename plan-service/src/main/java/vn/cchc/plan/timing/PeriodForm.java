package vn.cchc.plan.timing;

import java.util.Optional;
import java.util.OptionalInt;
import vn.cchc.plan.timing.ReportPeriod.Part;

/**
 * A reporting period: {@code period = "quý" (I..IV | 1..4) | "6 tháng" ["đầu năm"] | "9 tháng" ["đầu năm"] | ["cả"] "năm" [y] |
 * ["năm"] "lần" n}. "Báo cáo lần 02" continues "báo cáo năm lần 01".
 */
final class PeriodForm {

    private final int planYear;

    PeriodForm(int planYear) {
        this.planYear = planYear;
    }

    /** @param former the period before it in the list */
    Optional<ReportPeriod> read(Tokens tokens, Optional<ReportPeriod> former) {
        int start = tokens.position();
        if (tokens.read("quy")) {
            return quarter(tokens);
        }
        OptionalInt months = tokens.number();
        if (months.isPresent() && tokens.read("thang")) {
            tokens.read("dau nam");
            return switch (months.getAsInt()) {
                case 6 -> Optional.of(new ReportPeriod(planYear, Part.H1));
                case 9 -> Optional.of(new ReportPeriod(planYear, Part.M9));
                default -> Optional.empty();
            };
        }
        tokens.reset(start);
        // "Quý I, <em>II</em>, III".
        if (former.filter(period -> period.part().isQuarter()).isPresent()) {
            Optional<ReportPeriod> elided = quarter(tokens);
            if (elided.isPresent()) {
                return elided;
            }
            tokens.reset(start);
        }
        return ofYear(
                tokens,
                former.filter(period -> period.part() == Part.YEAR_FIRST).isPresent());
    }

    private Optional<ReportPeriod> quarter(Tokens tokens) {
        OptionalInt quarter = tokens.roman();
        if (quarter.isEmpty()) {
            quarter = tokens.number(1, 4);
        }
        return quarter.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReportPeriod(planYear, Part.quarter(quarter.getAsInt())));
    }

    private Optional<ReportPeriod> ofYear(Tokens tokens, boolean follows) {
        boolean year = tokens.read("ca nam") || tokens.read("nam");
        if (!year && !follows) {
            return Optional.empty();
        }
        if (tokens.read("lan")) {
            OptionalInt time = tokens.number(1, 2);
            return time.isPresent()
                    ? Optional.of(new ReportPeriod(planYear, time.getAsInt() == 1 ? Part.YEAR_FIRST : Part.YEAR_SECOND))
                    : Optional.empty();
        }
        if (!year) {
            return Optional.empty();
        }
        OptionalInt named = tokens.year();
        return Optional.of(new ReportPeriod(named.orElse(planYear), Part.YEAR));
    }

    static String words(ReportPeriod period) {
        return switch (period.part()) {
            case Q1 -> "quý I";
            case Q2 -> "quý II";
            case Q3 -> "quý III";
            case Q4 -> "quý IV";
            case H1 -> "6 tháng";
            case M9 -> "9 tháng";
            case YEAR_FIRST -> "năm lần 1";
            case YEAR_SECOND -> "năm lần 2";
            case YEAR -> "năm " + period.year();
        };
    }
}
