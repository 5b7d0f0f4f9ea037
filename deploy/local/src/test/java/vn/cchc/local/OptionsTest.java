package vn.cchc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;

class OptionsTest {
    private final Properties given = new Properties();

    OptionsTest() {
        given.setProperty("cchc.root", "/somewhere");
        given.setProperty("cchc.home", "/somewhere/.cchc");
        given.setProperty("cchc.plan.port", "8081");
        given.setProperty("cchc.reporting.port", "8082");
        given.setProperty("cchc.feedback.port", "8083");
        given.setProperty("cchc.plan.management.port", "9081");
        given.setProperty("cchc.reporting.management.port", "9082");
        given.setProperty("cchc.feedback.management.port", "9083");
        given.setProperty("cchc.postgres.port", "5432");
        given.setProperty("cchc.kafka.port", "9092");
        given.setProperty("cchc.debug", "none");
        given.setProperty("cchc.debug.port", "5005");
        given.setProperty("cchc.sample", "quarter");
        given.setProperty("cchc.fresh", "false");
    }

    @Test
    void the_defaults_of_the_profile_are_understood() {
        Options options = Options.from(given);

        assertThat(options.servicePorts())
                .containsEntry(Service.PLAN, 8081)
                .containsEntry(Service.REPORTING, 8082)
                .containsEntry(Service.FEEDBACK, 8083);
        assertThat(options.managementPorts())
                .containsEntry(Service.PLAN, 9081)
                .containsEntry(Service.REPORTING, 9082)
                .containsEntry(Service.FEEDBACK, 9083);
        assertThat(options.ports()).hasSize(8).containsEntry("cchc.plan.management.port", 9081);
        assertThat(options.withSample()).isTrue();
        assertThat(options.fresh()).isFalse();
        assertThat(options.recordClasses()).isFalse();
        assertThat(options.debug()).isEmpty();
        assertThat(options.ports()).doesNotContainKey("cchc.debug.port");
    }

    @Test
    void fresh_without_a_value_means_yes() {
        given.setProperty("cchc.fresh", "");

        assertThat(Options.from(given).fresh()).isTrue();
    }

    @Test
    void a_service_can_be_debugged() {
        given.setProperty("cchc.debug", "feedback");

        assertThat(Options.from(given).debug()).contains(new Options.Debug(Service.FEEDBACK, 5005));
        assertThat(Options.from(given).ports()).containsEntry("cchc.debug.port", 5005);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "debugger"})
    void a_port_for_the_debugger_is_one(String port) {
        given.setProperty("cchc.debug", "feedback");
        given.setProperty("cchc.debug.port", port);

        assertThatThrownBy(() -> Options.from(given))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("-Dcchc.debug.port");
    }

    @Test
    void nothing_is_debugged_where_nobody_has_asked() {
        given.remove("cchc.debug");
        given.remove("cchc.debug.port");

        assertThat(Options.from(given).debug()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cchc.plan.port, 0",
        "cchc.plan.port, 65536",
        "cchc.plan.port, http",
        "cchc.plan.management.port, 0",
        "cchc.kafka.port, ''",
        "cchc.sample, year",
        "cchc.debug, plan-service",
        "cchc.fresh, perhaps"
    })
    void a_value_that_cannot_be_is_told_with_its_option(String option, String value) {
        given.setProperty(option, value);

        assertThatThrownBy(() -> Options.from(given)).isInstanceOf(Fault.class).hasMessageContaining("-D" + option);
    }
}
