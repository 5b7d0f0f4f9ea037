package vn.cchc.platform.testing.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.postgresql.ds.PGSimpleDataSource;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.sample.SampleProjection;

/**
 * A consumer that keeps the highest version ends in the same state whatever the broker does to the stream: events twice,
 * in any order, in batches of any size, and all of it once more from the beginning. With the consumer's own statement on
 * the real database.
 */
class ConvergencePropertyTest {

    private static final String SCHEMA = "convergence";
    private static final List<UUID> IDS = List.of(new UUID(7, 1), new UUID(7, 2), new UUID(7, 3));

    /** One event: the state of an aggregate as of a version is a function of both. */
    record Event(UUID id, int version) {

        String name() {
            return "name " + version + " of " + id.getLeastSignificantBits();
        }

        IncomingEvent incoming() {
            String json = "{\"id\": \"" + id + "\", \"version\": " + version + ", \"name\": \"" + name() + "\"}";
            return new IncomingEvent("cchc.sample", "vn.cchc.sample.written.v1", id, json.getBytes(UTF_8));
        }
    }

    /** What is heard, and after how many events each batch ends. */
    record Delivery(List<Event> heard, List<Integer> batches) {}

    @BeforeContainer
    static void a_table_of_our_own() throws SQLException, IOException {
        new LocalServers().start();
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                InputStream migration =
                        ConvergencePropertyTest.class.getResourceAsStream("/db/migration/V20261123_10__sample.sql")) {
            statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
            statement.execute("CREATE SCHEMA " + SCHEMA);
            statement.execute("SET search_path TO " + SCHEMA);
            statement.execute(new String(migration.readAllBytes(), UTF_8));
        }
    }

    @Property(tries = 300)
    void any_delivery_ends_with_the_highest_version_of_each(@ForAll("deliveries") Delivery delivery)
            throws SQLException {
        SampleProjection projection = new SampleProjection(database());
        clear();

        deliver(projection, delivery);
        Map<UUID, String> once = state();
        deliver(projection, delivery);
        Map<UUID, String> replayed = state();

        Map<UUID, String> expected = new HashMap<>();
        Map<UUID, Integer> highest = new HashMap<>();
        for (Event event : delivery.heard) {
            if (highest.merge(event.id, event.version, Math::max) == event.version) {
                expected.put(event.id, event.version + " " + event.name());
            }
        }
        assertThat(once).isEqualTo(expected);
        assertThat(replayed).isEqualTo(expected);
    }

    @Provide
    Arbitrary<Delivery> deliveries() {
        Arbitrary<Event> event = Combinators.combine(
                        Arbitraries.of(IDS), Arbitraries.integers().between(0, 6))
                .as(Event::new);
        return Combinators.combine(
                        event.list().ofMinSize(1).ofMaxSize(25),
                        Arbitraries.integers().between(1, 8).list().ofSize(25))
                .as(Delivery::new);
    }

    private static void deliver(SampleProjection projection, Delivery delivery) {
        List<IncomingEvent> left =
                new ArrayList<>(delivery.heard.stream().map(Event::incoming).toList());
        for (int size : delivery.batches) {
            List<IncomingEvent> batch = left.subList(0, Math.min(size, left.size()));
            if (!batch.isEmpty()) {
                projection.apply(List.copyOf(batch));
                batch.clear();
            }
        }
    }

    private static PGSimpleDataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(LocalServers.jdbcUrl());
        database.setUser("postgres");
        database.setCurrentSchema(SCHEMA);
        // As the services have it; it turns a batch of inserts into one statement.
        database.setReWriteBatchedInserts(true);
        return database;
    }

    private static void clear() throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE sample_projection");
        }
    }

    private static Map<UUID, String> state() throws SQLException {
        try (Connection connection = database().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT id, version, name FROM sample_projection");
                ResultSet rows = statement.executeQuery()) {
            Map<UUID, String> state = new HashMap<>();
            while (rows.next()) {
                state.put(rows.getObject(1, UUID.class), rows.getLong(2) + " " + rows.getString(3));
            }
            return state;
        }
    }
}
