package vn.cchc.reporting.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All regimes, past and present, and their kinds of periods.
 *
 * @param all by code, then by first day of validity
 */
public record KnownRegimes(List<ReportingRegime> all, PeriodKinds periods) {

    public KnownRegimes {
        all = List.copyOf(all);
    }

    /** Regimes valid on that day. */
    public List<ReportingRegime> on(LocalDate day) {
        return all.stream().filter(regime -> regime.holdsOn(day)).toList();
    }

    /** The regime as valid on that day. */
    public Optional<ReportingRegime> find(String code, LocalDate day) {
        return all.stream()
                .filter(regime -> regime.code().equals(code) && regime.holdsOn(day))
                .findFirst();
    }
}
