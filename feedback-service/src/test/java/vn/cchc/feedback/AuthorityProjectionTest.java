package vn.cchc.feedback;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** What plan-service tells, in whatever order and however often. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AuthorityProjectionTest {

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private void awaitName(Commune.Receipt receipt, String name) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> receipt.track().then().body("holder.authority", equalTo(name)));
    }

    @Test
    void theHighestVersionHoldsWhateverComesAfterIt() {
        var receipt = commune.receive();
        Commune.publishAuthority(commune.id(), 3, "UBND xã Tiên Hưng mới", commune.district(), commune.units());
        awaitName(receipt, "UBND xã Tiên Hưng mới");

        Commune.publishAuthority(commune.id(), 2, "UBND xã Tiên Hưng cũ", commune.district(), "[]");
        Commune.publishAuthority(commune.id(), 1, "UBND xã Tiên Hưng", commune.district(), "[]");
        Commune.publishAuthority(commune.id(), 3, "UBND xã Tiên Hưng mới", commune.district(), commune.units());
        // One more on the same partition: once it is known, those before it have been applied.
        Commune.publishAuthority(commune.id(), 4, "UBND phường Tiên Hưng", commune.district(), commune.units());
        awaitName(receipt, "UBND phường Tiên Hưng");
        Commune.publishAuthority(commune.id(), 2, "UBND xã Tiên Hưng cũ", commune.district(), "[]");
        Commune.publishAuthority(commune.id(), 5, "UBND phường Tiên Hưng mới", commune.district(), commune.units());

        awaitName(receipt, "UBND phường Tiên Hưng mới");
        commune.assign(receipt.id());
    }

    @Test
    void whatCannotBeReadStopsNothing() {
        var receipt = commune.receive();
        TestEvents.publish("cchc.authority", commune.id(), "vn.cchc.authority.changed.v1", "{\"id\": \"x\"}");
        TestEvents.publish("cchc.authority", commune.id(), "vn.cchc.authority.changed.v1", "no json");

        Commune.publishAuthority(commune.id(), 2, "UBND xã Tiên Hưng đổi tên", commune.district(), commune.units());

        awaitName(receipt, "UBND xã Tiên Hưng đổi tên");
    }

    @Test
    void anAuthorityThatIsNoMoreTakesNothing() {
        Commune.now("2015-06-01T08:00:00+07:00");

        Commune.asCitizen()
                .body(commune.form(Commune.CONTENT))
                .post("/api/v1/feedback")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("authorityId"));
        Commune.asCitizen()
                .body(commune.form(Commune.CONTENT)
                        .replace(commune.id().toString(), UUID.randomUUID().toString()))
                .post("/api/v1/feedback")
                .then()
                .statusCode(422);
    }
}
