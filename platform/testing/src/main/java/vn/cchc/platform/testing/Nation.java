package vn.cchc.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.platform.database.InIndexOrder;

/**
 * A province with 33 districts, each of 99 communes, for tests that compare the first page of a list among 1,000 rows with the same
 * page among many. The rows come from the test.
 *
 * @param district one of the districts
 * @param commune one of its communes
 */
public record Nation(UUID province, UUID district, UUID commune) {

    /** Rows of a growing table: {@code -Dcchc.test.rows}. */
    public static final int ROWS = Integer.getInteger("cchc.test.rows", 50_000);

    /** How many times the cost among few rows a page may cost among many. */
    private static final double MOST = 1.3;

    private static final int COMMUNES = 33 * 99;

    /** What a page asks for: 50, and one more that tells whether there is another page. */
    private static final int PAGE = 51;

    private static final Path COSTS = Path.of("target", "costs-of-lists.md");

    /** Authorities above come first. */
    private static final String PLACES = """
            CREATE TEMPORARY TABLE place AS
                SELECT CAST('%1$s' AS uuid) AS id, CAST(NULL AS uuid) AS parent_id, 'PROVINCE' AS level;
            INSERT INTO place
                SELECT CASE n WHEN 1 THEN '%2$s' ELSE gen_random_uuid() END, '%1$s', 'DISTRICT' FROM generate_series(1, 33) n;
            INSERT INTO place
                SELECT CASE WHEN n = 1 AND id = '%2$s' THEN '%3$s' ELSE gen_random_uuid() END, id, 'COMMUNE'
                FROM place, generate_series(1, 99) n WHERE level = 'DISTRICT';
            """;

    /** Chosen anew, so that tests in one database have different ones. */
    public static Nation random() {
        return new Nation(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    /** @param insert of the service's authorities, from the table {@code place (id, parent_id, level)} */
    public void register(String insert) throws SQLException {
        execute(PLACES.formatted(province, district, commune) + insert);
    }

    /** Deletes the rows of these tables, without looking for rows that refer to them, then the authorities. */
    public void remove(String authorities, String... tables) throws SQLException {
        String ours = " IN (SELECT id FROM authority_tree WHERE '" + province + "' = ANY (path || id))";
        for (String table : tables) {
            execute("SET session_replication_role = replica; DELETE FROM " + table + " WHERE authority_id" + ours);
        }
        execute("DELETE FROM " + authorities + " WHERE id" + ours);
    }

    /** Condition on {@code authority_tree} for all authorities beneath the province. */
    public String all() {
        return "path[1] = '" + province + "'";
    }

    /** Likewise for some 900 of them, among them all of the district. */
    public String few() {
        return all() + " AND (parent_id = '" + district + "' OR left(id::text, 1) < '4')";
    }

    /** Rows of each commune that make {@link #ROWS}. */
    public static int each() {
        return ROWS / COMMUNES;
    }

    /**
     * Inserts rows of a table in a fraction of the time: without triggers and foreign keys, and its indexes are made over all rows at
     * once. So the rows bring along what a trigger would give them, as the path of their authority.
     */
    public static void fill(String table, String insert) throws SQLException {
        List<String> indexes = dropIndexes("%", table);
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("SET work_mem = '256MB'");
            statement.execute(insert);
        } finally {
            createIndexes(indexes);
        }
    }

    /**
     * Drops the indexes of these tables, other than those of constraints, whose definition is like this.
     *
     * @return the definitions, oldest first: of two that cost the same the planner takes the older one
     */
    public static List<String> dropIndexes(String like, String... tables) throws SQLException {
        List<String> definitions = new ArrayList<>();
        try (var connection = LocalServers.connect();
                var indexes = connection.prepareStatement("""
                        SELECT indexrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index
                        WHERE indrelid = ANY (CAST(? AS regclass[])) AND pg_get_indexdef(indexrelid) LIKE ?
                            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
                        ORDER BY indexrelid""");
                var drop = connection.createStatement()) {
            indexes.setArray(1, connection.createArrayOf("text", tables));
            indexes.setString(2, like);
            try (var index = indexes.executeQuery()) {
                while (index.next()) {
                    drop.execute("DROP INDEX " + index.getString(1));
                    definitions.add(index.getString(2));
                }
            }
        }
        return definitions;
    }

    /** Makes indexes of these definitions. */
    public static void createIndexes(List<String> definitions) throws SQLException {
        for (String definition : definitions) {
            execute("SET maintenance_work_mem = '256MB'; " + definition);
        }
    }

    public static void execute(String sql) throws SQLException {
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A new map of what is visible and counted of these tables. */
    public static void analyze(String... tables) throws SQLException {
        for (String table : tables) {
            execute("VACUUM ANALYZE " + table);
        }
    }

    /**
     * What a statement costs when read from indexes, and as the planner chooses.
     *
     * @param table which the page lists
     * @param rows of it that the page asks for
     */
    public record Cost(QueryPlan byIndex, QueryPlan chosen, String table, int rows) {

        /**
         * How many times the cost among few rows this is. Among few, several listed rows may lie on one page of the table. A page for
         * each row is the least that can be had among many, so it is the least that few are taken to cost.
         */
        double over(Cost amongFew) {
            QueryPlan few = amongFew.byIndex;
            int shared = Math.max(0, rows - few.buffers(table));
            return (double) byIndex.buffers() / (few.buffers() + shared);
        }
    }

    /**
     * The cost of the first page of 50.
     *
     * @param token of the caller
     * @param list path beneath {@code /api/v1/}, with its parameters
     * @param table which the page's statement reads first
     * @param parameters of the statement, without those of offset and length, which it may state as numbers
     */
    public static Cost page(String token, String list, String table, Object... parameters) throws SQLException {
        StatementLog.forget();
        given().auth()
                .oauth2(token)
                .get("/api/v1/" + list + (list.contains("?") ? "&" : "?") + "limit=50")
                .then()
                .statusCode(200)
                .body("items", hasSize(50));
        String sql = StatementLog.of(table);
        // Some statements give the first page an offset too.
        Stream<Integer> bounds =
                switch ((int) sql.chars().filter(c -> c == '?').count() - parameters.length) {
                    case 0 -> Stream.of();
                    case 1 -> Stream.of(PAGE);
                    default -> Stream.of(0, PAGE);
                };
        return cost(
                table, PAGE, sql, Stream.concat(Stream.of(parameters), bounds).toArray());
    }

    /** As {@link #page}, of a list that is read in the order of an index: chosen is the plan that a connection keeps. */
    public static Cost pageInIndexOrder(String token, String list, String table, Object... parameters)
            throws SQLException {
        QueryPlan byIndex = page(token, list, table, parameters).byIndex();
        return new Cost(
                byIndex, QueryPlan.kept(InIndexOrder.SETTINGS, StatementLog.of(table), parameters), table, PAGE);
    }

    /** The cost of the question that a request asks about where authorities stand. */
    public static Cost scope(String token, String path, Object... parameters) throws SQLException {
        StatementLog.forget();
        given().auth().oauth2(token).get("/api/v1/" + path).then().statusCode(200);
        return cost("authority_tree", 1, StatementLog.of("authority_tree"), parameters);
    }

    private static Cost cost(String table, int rows, String sql, Object... parameters) throws SQLException {
        return new Cost(QueryPlan.byIndex(sql, parameters), QueryPlan.of(sql, parameters), table, rows);
    }

    /** Asserts the ratio for each list. The figures are in {@code target/costs-of-lists.md}. */
    public static void assertCostTheSame(Map<String, Cost> few, Map<String, Cost> many) throws IOException {
        String costs = many.entrySet().stream()
                .map(list -> figures(list.getKey(), few.get(list.getKey()), list.getValue()))
                .collect(Collectors.joining("\n"));
        Files.writeString(
                COSTS,
                "| pages of the database | 1,000 rows | %,d rows | ratio | … as the planner chooses |%n".formatted(ROWS)
                        + "| --- | --- | --- | --- | --- |\n" + costs + "\n");
        assertThat(many).allSatisfy((list, cost) -> assertThat(cost.over(few.get(list)))
                .as("%s%n%s%n%s", list, costs, cost.byIndex().json())
                .isLessThanOrEqualTo(MOST));
    }

    private static String figures(String list, Cost few, Cost many) {
        return "| %s | %d | %d | %.2f | %d |"
                .formatted(
                        list,
                        few.byIndex().buffers(),
                        many.byIndex().buffers(),
                        many.over(few),
                        many.chosen().buffers());
    }
}
