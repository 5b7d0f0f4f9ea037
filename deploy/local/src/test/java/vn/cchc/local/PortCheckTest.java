package vn.cchc.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cchc.local.api.Fault;
import vn.cchc.platform.testing.server.FreePort;

class PortCheckTest {
    @Test
    void free_ports_pass() {
        Map<String, Integer> ports = Map.of("cchc.plan.port", FreePort.next());

        assertThatCode(() -> PortCheck.requireFree(ports)).doesNotThrowAnyException();
    }

    @Test
    void a_port_in_use_is_told_with_the_option_that_changes_it() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Map<String, Integer> ports = Map.of("cchc.plan.port", taken.getLocalPort());

            assertThatThrownBy(() -> PortCheck.requireFree(ports))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is in use")
                    .hasMessageContaining("-Dcchc.plan.port=");
        }
    }

    @Test
    void one_port_for_two_is_told() {
        int port = FreePort.next();
        Map<String, Integer> ports = Map.of("cchc.plan.port", port, "cchc.kafka.port", port);

        assertThatThrownBy(() -> PortCheck.requireFree(ports)).hasMessageContaining("are both " + port);
    }
}
