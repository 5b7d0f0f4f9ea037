package vn.cchc.bench.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.cchc.bench.system.Database;

/** Statements executed by a database for its owning service, with their number of calls, from pg_stat_statements. */
public final class Issued {
    /** Not counted by the server when prepared; it suffices that each transaction has its BEGIN. */
    private static final Set<String> ENDS = Set.of("commit", "end");

    private static final String READ = """
            SELECT s.query, sum(s.calls)::bigint AS calls
            FROM pg_stat_statements s
            JOIN pg_database d ON d.oid = s.dbid
            JOIN pg_roles r ON r.oid = s.userid
            WHERE d.datname = '%1$s' AND r.rolname = '%1$s'
            GROUP BY s.query""";

    private final Database statistics;
    private final String service;

    /** @param statistics the database with the extension, which covers all databases */
    public Issued(Database statistics, String service) {
        this.statistics = statistics;
        this.service = service;
        statistics.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    }

    /** Resets the statistics. */
    public void reset() {
        statistics.query("SELECT pg_stat_statements_reset()", row -> row.getObject(1));
    }

    /** Normalised statement texts of the server with the number of calls since the reset. */
    public Map<String, Long> read() {
        Map<String, Long> calls = new LinkedHashMap<>();
        statistics
                .query(READ.formatted(service), row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> calls.put(entry.getKey(), entry.getValue()));
        return calls;
    }

    /**
     * Compares the statements issued for a number of requests with a script. Scheduled jobs and expired caches of the
     * service issue further statements; surplus calls for fewer than half of the requests are attributed to them.
     *
     * @return one sentence per difference; empty when there is none
     */
    public static List<String> differences(Map<String, Long> issued, Script script, int requests) {
        Map<String, Long> actual = new TreeMap<>();
        issued.forEach((text, calls) -> actual.merge(Statements.normal(text), calls, Long::sum));
        actual.keySet().removeAll(ENDS);
        Map<String, Long> expected = new HashMap<>();
        script.statements().stream()
                .filter(text -> !ENDS.contains(text))
                .forEach(text -> expected.merge(text, (long) requests, Long::sum));
        expected.keySet().forEach(text -> actual.putIfAbsent(text, 0L));
        List<String> differences = new ArrayList<>();
        actual.forEach((text, is) -> {
            long should = expected.getOrDefault(text, 0L);
            if (is < should || (is - should) * 2 >= requests) {
                differences.add(
                        "for " + requests + " requests " + is + " calls, by the script " + should + ": " + text);
            }
        });
        return differences;
    }
}
