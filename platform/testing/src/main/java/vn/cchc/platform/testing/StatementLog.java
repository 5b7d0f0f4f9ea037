package vn.cchc.platform.testing;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * The statements that requests to the service under test send to PostgreSQL, for tests that count or explain them: those of
 * Hibernate and of plain JDBC, each as often as it is sent. A batch is sent at once and counts as one. Begin and commit are
 * not statements here. What relay, listeners, timers and the streaming of files send from threads of their own is left out.
 *
 * <p>Reads that fill a cache are left out too: which request finds it expired is chance.
 */
public final class StatementLog {

    private static final Queue<String> STATEMENTS = new ConcurrentLinkedQueue<>();

    private static volatile boolean listening;

    /** Of WorkingCalendars, of KnownAuthorities, of Limits. */
    private static final Pattern CACHED =
            Pattern.compile("(?is)^select [^(]* from (working_calendar|known_authority|handling_policy)\\b");

    private static final Pattern VERB = Pattern.compile("\\w+");
    private static final Pattern TABLE = Pattern.compile("(?i)\\b(?:from|into|update)\\s+(\\w+)");

    private StatementLog() {}

    static void add(String sql) {
        if (listening && isOfRequest() && !CACHED.matcher(sql).find()) {
            STATEMENTS.add(sql);
        }
    }

    private static boolean isOfRequest() {
        ArcContainer beans = Arc.container();
        return beans != null && beans.requestContext().isActive() && CurrentRequestManager.get() != null;
    }

    /** From now on statements are kept. */
    public static void forget() {
        STATEMENTS.clear();
        listening = true;
    }

    /** In order of execution, since {@link #forget}. */
    public static List<String> all() {
        return List.copyOf(STATEMENTS);
    }

    /** The first statement kept that names this table before all others. */
    public static String of(String table) {
        return STATEMENTS.stream()
                .filter(sql -> firstTable(sql).filter(table::equalsIgnoreCase).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing of " + table + " in " + STATEMENTS));
    }

    /** The statements of a call, in short: {@code "insert feedback"}, the verb and the first table named. */
    public static List<String> inShort(Runnable call) {
        forget();
        call.run();
        listening = false;
        return all().stream().map(StatementLog::inShort).toList();
    }

    private static String inShort(String sql) {
        Stream<String> verb = VERB.matcher(sql).results().limit(1).map(MatchResult::group);
        return Stream.concat(verb, firstTable(sql).stream())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<String> firstTable(String sql) {
        return TABLE.matcher(sql).results().findFirst().map(match -> match.group(1));
    }
}
