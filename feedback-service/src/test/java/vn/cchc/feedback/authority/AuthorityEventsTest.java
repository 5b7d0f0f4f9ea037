package vn.cchc.feedback.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.testing.LocalServers;

/** The platform hands over each event once and in order; after a rebuild all of them come once more. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AuthorityEventsTest {

    @Inject
    AuthorityEvents events;

    @Inject
    KnownAuthorities authorities;

    private final UUID id = UUID.randomUUID();

    private IncomingEvent event(int version, String name) {
        OffsetDateTime at = OffsetDateTime.parse("2021-01-04T08:00:00+07:00");
        String json = "{\"id\": \"%s\", \"authorityId\": \"%s\", \"version\": %d, \"code\": \"X\", \"name\": \"%s\"}"
                .formatted(id, id, version, name);
        return new IncomingEvent(
                "authority", id, 1, version, 0, "vn.cchc.authority.renamed.v1", at, at, id, json.getBytes(UTF_8));
    }

    private String nameAfter(IncomingEvent... heard) {
        QuarkusTransaction.requiringNew().run(() -> events.apply(List.of(heard)));
        return authorities.find(id).orElseThrow().name();
    }

    @Test
    void whileAllIsHeardOnceMoreNobodySeesAnAuthorityAsItWas() {
        assertThat(nameAfter(event(1, "xã"))).isEqualTo("xã");
        assertThat(nameAfter(event(2, "thị trấn"), event(3, "phường"))).isEqualTo("phường");

        assertThat(nameAfter(event(1, "xã"))).isEqualTo("phường");
        assertThat(nameAfter(event(2, "thị trấn"))).isEqualTo("phường");
        assertThat(nameAfter(event(3, "phường"))).isEqualTo("phường");
        assertThat(nameAfter(event(4, "phường mới"))).isEqualTo("phường mới");
    }
}
