package vn.cchc.reporting.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The regimes of all times, and the periods they are for.
 *
 * @param all by code, then by the day from which they hold
 */
public record KnownRegimes(List<ReportingRegime> all, PeriodKinds periods) {

    public KnownRegimes {
        all = List.copyOf(all);
    }

    /** Those that hold on a day. */
    public List<ReportingRegime> on(LocalDate day) {
        return all.stream().filter(regime -> regime.holdsOn(day)).toList();
    }

    /** The regime as it holds on a day. */
    public Optional<ReportingRegime> find(String code, LocalDate day) {
        return all.stream()
                .filter(regime -> regime.code().equals(code) && regime.holdsOn(day))
                .findFirst();
    }
}
