package vn.cchc.reporting.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A reporting duty (chế độ báo cáo) with a validity period.
 *
 * @param validTo last day of validity; empty for unbounded
 * @param form empty if its reports are written elsewhere and only due days are tracked
 * @param rules by kind of period; empty if only the plan's days apply
 */
public record ReportingRegime(
        String code,
        String name,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Optional<ReportForm> form,
        List<PeriodRule> rules) {

    /** Regimes that hold on a day. */
    static final int MOST = 100;

    /** Periods of a year: months, quarters, and what is longer. */
    static final int PERIODS = 30;

    /** Addressees of a form. */
    static final int RECIPIENTS = 100;

    /** Sections of a form. */
    public static final int SECTIONS = 100;

    /** Of a code, in characters; the database holds it ({@code ck_reporting_regime_lengths}). */
    public static final int LONGEST_CODE = 40;

    public ReportingRegime {
        rules = List.copyOf(rules);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Its days for a period; empty if it has no rule for such periods. */
    public Optional<RegimeDays> days(ReportingPeriod period) {
        return rules.stream()
                .filter(rule -> rule.kind().equals(period.kind()))
                .findFirst()
                .map(rule -> rule.in(period.year()));
    }
}
