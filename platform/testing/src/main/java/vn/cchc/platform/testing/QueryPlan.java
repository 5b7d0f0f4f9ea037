package vn.cchc.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * How the database answers a statement, and what that costs it. Bounds on pages of the database that are touched are the same on every
 * machine.
 *
 * @param json as {@code EXPLAIN} gives it
 */
public record QueryPlan(String json) {

    /** The plan of a statement that is run with these parameters, each as the driver takes it. */
    public static QueryPlan of(String sql, Object... parameters) throws SQLException {
        try (var connection = LocalServers.connect()) {
            return explain(connection, sql, parameters);
        }
    }

    /**
     * The same as the database would run it among many rows: row by row from indexes in the order that is asked for. Among few it reads
     * whole tables, and sorts, so that its costs there cannot be compared.
     */
    public static QueryPlan byIndex(String sql, Object... parameters) throws SQLException {
        try (var connection = LocalServers.connect();
                var settings = connection.createStatement()) {
            for (String way : List.of("seqscan", "bitmapscan", "hashjoin", "mergejoin", "memoize")) {
                settings.execute("SET enable_" + way + " = off");
            }
            return explain(connection, sql, parameters);
        }
    }

    private static QueryPlan explain(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var explain = connection.prepareStatement("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + sql)) {
            for (int i = 0; i < parameters.length; i++) {
                explain.setObject(i + 1, parameters[i]);
            }
            try (var row = explain.executeQuery()) {
                row.next();
                return new QueryPlan(row.getString(1));
            }
        }
    }

    /** Pages touched, in memory or not. */
    public int buffers() {
        JsonNode top = top();
        return top.get("Shared Hit Blocks").intValue()
                + top.get("Shared Read Blocks").intValue();
    }

    /** Whether some step of it is of this kind, on this table. */
    public boolean has(String kind, String table) {
        return top().findParents("Node Type").stream()
                .anyMatch(step -> kind.equals(step.path("Node Type").textValue())
                        && table.equals(step.path("Relation Name").textValue()));
    }

    private JsonNode top() {
        try {
            return new ObjectMapper().readTree(json).get(0).get("Plan");
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
