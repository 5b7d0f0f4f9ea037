package vn.cchc.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** What the service has heard, looked at from beside it. */
public final class Heard {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Heard() {}

    /** How many events of those aggregates have been heard. */
    public static int count(Collection<UUID> ids) {
        try (var connection = LocalServers.connect();
                var statement = connection.prepareStatement("SELECT count(*) FROM heard WHERE id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Changes what the service has in its database, in one transaction. */
    public static void change(String... statements) {
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : statements) {
                statement.execute(each);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** An event of a topic as its handler gets it. */
    public static IncomingEvent event(String kind, TestEvents.Raw raw) {
        try {
            JsonNode body = JSON.readTree(raw.body());
            OffsetDateTime at = OffsetDateTime.parse(body.get("occurredAt").asText());
            return new IncomingEvent(
                    kind,
                    UUID.fromString(raw.key()),
                    1,
                    Long.parseLong(raw.headers().get("ce_sequence")),
                    0,
                    raw.headers().get("ce_type"),
                    at,
                    at,
                    UUID.fromString(body.get("authorityId").asText()),
                    raw.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
