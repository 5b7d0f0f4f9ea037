package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.EventConfig;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.sample.Samples;

/** A topic that is not there, on a broker that creates none by itself, stops nothing but its own events. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class MissingTopicTest {

    private static final String WRITE = """
            WITH written AS (
                INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state)
                SELECT ?, gen_random_uuid(), 1, 1, 'vn.cchc.any.written.v1', now(), now(), gen_random_uuid(), '{}'
                FROM generate_series(1, 20) RETURNING position)
            INSERT INTO journal_outbox (position) SELECT position FROM written RETURNING position""";

    private static final List<AclBinding> NOBODY_CREATES = List.of(
            acl(ResourceType.CLUSTER, "kafka-cluster", AclOperation.ALL, AclPermissionType.ALLOW),
            acl(ResourceType.CLUSTER, "kafka-cluster", AclOperation.CREATE, AclPermissionType.DENY),
            acl(ResourceType.TOPIC, "*", AclOperation.ALL, AclPermissionType.ALLOW),
            acl(ResourceType.TOPIC, "*", AclOperation.CREATE, AclPermissionType.DENY));

    @Inject
    Samples samples;

    @AfterEach
    void nothing_waits_any_more() {
        Database.forget("kind IN ('absent', 'forbidden')");
    }

    @Test
    void events_of_other_topics_are_sent_and_those_of_the_missing_one_wait() {
        Database.value(WRITE, "absent");

        UUID first = samples.create("sent all the same");
        patiently().untilAsserted(() -> assertThat(Database.knownVersion(first)).isZero());
        samples.rename(first, "and again");

        patiently().untilAsserted(() -> assertThat(Database.knownVersion(first)).isEqualTo(1));
        patiently().untilAsserted(() -> assertThat(Database.pendingEvents()).isEqualTo(20));
    }

    @Test
    void a_service_that_may_not_create_topics_goes_on_with_those_there_are_and_buries_what_is_poison()
            throws ExecutionException, InterruptedException {
        TestEvents.publish("cchc.sample", List.of());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.bootstrapServers()))) {
            admin.createAcls(NOBODY_CREATES).all().get();
            try (AnotherRelay another = new AnotherRelay(
                    LocalServers.jdbcUrl(), LocalServers.bootstrapServers(), owning("sample,forbidden"))) {
                another.takeOver();
                Database.value(WRITE, "forbidden");

                UUID poison = UUID.randomUUID();
                TestEvents.publish(
                        "cchc.sample", List.of(TestEvents.event(poison, "vn.cchc.sample.renamed.v1", "?", 0)));
                UUID id = samples.create("sent and heard all the same");
                patiently().untilAsserted(() -> assertThat(Database.knownVersion(id))
                        .isZero());
                patiently().untilAsserted(() -> assertThat(Database.deadLetters(poison))
                        .isEqualTo(1));
                assertThat(Database.pendingEvents()).isEqualTo(20);
                assertThat(admin.listTopics().names().get()).doesNotContain("cchc.forbidden");

                // Once it may, it does.
                admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
                patiently().untilAsserted(() -> assertThat(Database.pendingEvents())
                        .isZero());
                assertThat(admin.listTopics().names().get()).contains("cchc.forbidden");
            } finally {
                admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
            }
        }
    }

    private static AclBinding acl(
            ResourceType type, String name, AclOperation operation, AclPermissionType permission) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:*", "*", operation, permission));
    }

    private static EventConfig owning(String kinds) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(EventConfig.class)
                .withDefaultValue("cchc.events.owned", kinds)
                .withDefaultValue("cchc.events.relay.lease", "3s")
                .build()
                .getConfigMapping(EventConfig.class);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(20));
    }
}
