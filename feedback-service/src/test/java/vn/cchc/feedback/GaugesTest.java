package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.metrics.StoredGauges;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.MeterRules;

/** The gauges of all authorities together: other tests' cases are among them, so differences are compared. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class GaugesTest {

    private static final String TWO_DAYS_LEFT = "2021-01-13T08:00:00+07:00";
    private static final String PAST = "2021-01-15T00:00:00+07:00";

    @Inject
    StoredGauges gauges;

    @Inject
    MeterRegistry meters;

    private record Figures(double open, double dueSoon, double overdue) {}

    private Figures at(String time) {
        Commune.now(time);
        gauges.read();
        return new Figures(
                value("cchc.feedback.open"), value("cchc.feedback.due.soon"), value("cchc.feedback.overdue"));
    }

    private double value(String gauge) {
        return meters.get(gauge).gauge().value();
    }

    @Test
    void open_cases_are_due_soon_and_then_overdue_until_they_end() {
        Figures soon = at(TWO_DAYS_LEFT);
        Figures past = at(PAST);

        Commune.now("2021-01-04T08:00:00+07:00");
        Commune commune = Commune.create();
        var refused = commune.receive();
        commune.receive();

        assertThat(at(TWO_DAYS_LEFT)).isEqualTo(new Figures(soon.open() + 2, soon.dueSoon() + 2, soon.overdue()));
        assertThat(at(PAST)).isEqualTo(new Figures(past.open() + 2, past.dueSoon(), past.overdue() + 2));

        commune.post(
                commune.asClerk(), refused.id(), "refusals", "{\"reason\": \"COMPLAINT\", \"text\": \"Khiếu nại.\"}");
        assertThat(at(PAST)).isEqualTo(new Figures(past.open() + 1, past.dueSoon(), past.overdue() + 1));
    }

    @Test
    void each_meter_of_ours_says_what_it_measures_and_in_which_unit() {
        assertThat(MeterRules.offences(meters)).isEmpty();
    }
}
