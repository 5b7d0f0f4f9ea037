package vn.cchc.reporting.regime;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import vn.cchc.platform.http.Page;

/** Views of the regimes. */
@ApplicationScoped
class RegimeViews {

    private final Regimes regimes;
    private final Clock clock;

    RegimeViews(Regimes regimes, Clock clock) {
        this.regimes = regimes;
        this.clock = clock;
    }

    /**
     * All that hold on a day.
     *
     * @param on null for today; the days of periods are those of its year
     */
    Page<RegimeView> on(LocalDate on) {
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        return new Page<>(
                regimes.known().on(day).stream()
                        .map(regime -> RegimeView.of(regime, day.getYear()))
                        .toList(),
                null);
    }
}
