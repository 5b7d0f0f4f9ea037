package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.metrics.StoredGauges;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.MeterRules;

/** The gauges of all authorities together: other tests' milestones are among them, so differences are compared. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class GaugesTest {

    private static final String LATER = "2021-02-02T08:30:00+07:00";

    @Inject
    StoredGauges gauges;

    @Inject
    MeterRegistry meters;

    private double later(String gauge) {
        Commune.now(LATER);
        gauges.read();
        return meters.get(gauge).gauge().value();
    }

    @Test
    void overdue_milestones_are_those_of_the_list() {
        double owed = later("cchc.milestones.owed");
        double overdue = later("cchc.milestones.overdue");

        Commune.now("2020-12-24T08:00:00+07:00");
        Commune commune = Commune.create();
        commune.issueRealPlan();
        Commune.now(LATER);
        List<String> listed = commune.asLeader()
                .get("/api/v1/milestones?limit=100&overdue=true")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");

        assertThat(listed).isNotEmpty();
        assertThat(later("cchc.milestones.overdue") - overdue).isEqualTo(listed.size());
        assertThat(later("cchc.milestones.owed") - owed).isGreaterThan(listed.size());
    }

    @Test
    void each_meter_of_ours_says_what_it_measures_and_in_which_unit() {
        assertThat(MeterRules.offences(meters)).isEmpty();
    }
}
