package vn.cchc.feedback.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.production.Fault;
import vn.cchc.platform.production.Settings;

class MailRuleTest {

    private static final Map<String, String> SOUND = Map.of(
            "quarkus.mailer.host", "smtp.example.vn",
            "quarkus.mailer.from", "CCHC <nhacviec@example.vn>",
            "quarkus.mailer.start-tls", "REQUIRED");

    private static Iterable<String> faults(Map<String, String> settings) {
        return new MailRule()
                .faults(Settings.of(settings), Set.of()).stream()
                        .map(Fault::property)
                        .toList();
    }

    private static Map<String, String> but(String name, String value) {
        Map<String, String> settings = new HashMap<>(SOUND);
        settings.put(name, value);
        return settings;
    }

    @Test
    void without_a_server_nothing_is_needed() {
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void a_server_over_tls_with_a_sender_is_sound() {
        assertThat(faults(SOUND)).isEmpty();
        Map<String, String> tls = new HashMap<>(SOUND);
        tls.remove("quarkus.mailer.start-tls");
        tls.put("quarkus.mailer.tls", "true");
        assertThat(faults(tls)).isEmpty();
    }

    @Test
    void what_is_missing_or_insecure_is_named() {
        assertThat(faults(Map.of("quarkus.mailer.host", "smtp.example.vn")))
                .containsExactly("quarkus.mailer.from", "quarkus.mailer.start-tls");
        assertThat(faults(but("quarkus.mailer.start-tls", "OPTIONAL"))).containsExactly("quarkus.mailer.start-tls");
        assertThat(faults(but("quarkus.mailer.trust-all", "true"))).containsExactly("quarkus.mailer.trust-all");
        assertThat(faults(but("quarkus.mailer.mock", "true"))).containsExactly("quarkus.mailer.mock");
    }
}
