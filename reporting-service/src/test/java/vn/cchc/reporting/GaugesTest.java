package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.metrics.StoredGauges;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.MeterRules;

/** The gauges of all authorities together: other tests' reports are among them, so differences are compared. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class GaugesTest {

    private static final String SIX_DAYS_BEFORE = "2021-02-21T08:00:00+07:00";
    private static final String DAY_AFTER = "2021-02-28T08:00:00+07:00";

    @Inject
    StoredGauges gauges;

    @Inject
    MeterRegistry meters;

    private record Figures(double due, double late) {}

    private Figures at(String time) {
        Commune.itIs(time);
        gauges.read();
        return new Figures(value("cchc.reports.due"), value("cchc.reports.late"));
    }

    private double value(String gauge) {
        return meters.get(gauge).gauge().value();
    }

    @Test
    void a_report_is_due_a_week_before_and_late_the_day_after() {
        Figures before = at(SIX_DAYS_BEFORE);
        Figures after = at(DAY_AFTER);

        Commune.itIs(SIX_DAYS_BEFORE);
        // Its report of the first quarter is due on 27 February.
        Commune.withPlan();

        await().untilAsserted(
                        () -> assertThat(at(SIX_DAYS_BEFORE)).isEqualTo(new Figures(before.due() + 1, before.late())));
        assertThat(at(DAY_AFTER)).isEqualTo(new Figures(after.due(), after.late() + 1));
    }

    @Test
    void each_meter_of_ours_says_what_it_measures_and_in_which_unit() {
        assertThat(MeterRules.offences(meters)).isEmpty();
    }
}
