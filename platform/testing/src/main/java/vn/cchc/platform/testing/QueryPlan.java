package vn.cchc.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An execution plan with its cost. Bounds on buffers are the same on every machine.
 *
 * @param json output of {@code EXPLAIN}
 */
public record QueryPlan(String json) {

    private static final Pattern PARAMETER = Pattern.compile("\\?");

    /** Executes the statement with these parameters, in the driver's types, and returns the plan. */
    public static QueryPlan of(String sql, Object... parameters) throws SQLException {
        try (var connection = LocalServers.connect()) {
            return explain(connection, sql, parameters);
        }
    }

    /**
     * Executes the statement with these parameters by the plan that a connection keeps for all values, under these settings of a
     * transaction.
     */
    public static QueryPlan kept(String settings, String sql, Object... parameters) throws SQLException {
        AtomicInteger number = new AtomicInteger();
        String numbered = PARAMETER.matcher(sql).replaceAll(sign -> "\\$" + number.incrementAndGet());
        String values = Stream.of(parameters).map(value -> "'" + value + "'").collect(Collectors.joining(", "));
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(settings);
            statement.execute("PREPARE page AS " + numbered);
            try (var row = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE page"
                    + (parameters.length == 0 ? "" : "(" + values + ")"))) {
                row.next();
                return new QueryPlan(row.getString(1));
            }
        }
    }

    /**
     * The plan as for a large table: index scans and nested loops, in the requested order. For few rows the planner
     * would prefer a sequential scan and a sort, whose cost is not comparable.
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

    /** Buffers touched, whether cached or not. */
    public int buffers() {
        return buffers(top());
    }

    /** Buffers touched by the scans of this table and of its indexes. */
    public int buffers(String table) {
        return top().findParents("Relation Name").stream()
                .filter(scan -> table.equals(scan.get("Relation Name").textValue()))
                .mapToInt(QueryPlan::buffers)
                .sum();
    }

    private static int buffers(JsonNode node) {
        return node.get("Shared Hit Blocks").intValue()
                + node.get("Shared Read Blocks").intValue();
    }

    /** Whether the plan has a node of this type on this table. */
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
