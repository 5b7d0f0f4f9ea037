package vn.cchc.platform.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Whose fault a failure is: the one place that decides it, for requests, listeners and timers alike. By SQLSTATE (PostgreSQL,
 * Appendix A).
 */
public enum Outage {
    /**
     * The database is away, full, ending, or somebody held a lock for too long, or a race was lost that can be run again: the
     * same work may succeed later.
     */
    TRANSIENT,
    /** What was to be stored breaks a rule of the database: trying again cannot help. */
    DATA,
    /** Neither: a mistake, or a lost race that shows otherwise. */
    UNKNOWN;

    /**
     * 08 connection exception, 40 transaction rollback (a lost race), 53 insufficient resources, 57P operator intervention
     * (shutdown, start). 25P03 and 25P04 end a transaction that was idle or ran too long, XX000 comes of a server that is
     * being killed.
     */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53");

    /** Raised by {@code open_time_line}: the database was restored, and waits for an operator. */
    private static final String HISTORY_LOST = "CC001";

    private static final Set<String> TRANSIENT_STATES =
            Set.of("55P03", "57014", "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04", HISTORY_LOST);

    private static final Set<String> TIMEOUT_STATES = Set.of("57014", "55P03");

    private static final Set<String> DATA_STATES = Set.of("23502", "23514");

    private static final String DATA_EXCEPTION = "22";

    /** Looks through the causes for what the database, its driver or its pool has said. */
    public static Outage of(Throwable failure) {
        return sql(failure).map(Outage::of).orElse(UNKNOWN);
    }

    /** Whether the same work may succeed later. */
    public static boolean isTransient(Throwable failure) {
        return of(failure) == TRANSIENT;
    }

    /** Whether the journal lacks what was sent, so that nothing is recorded until the epoch is raised. */
    public static boolean isHistoryLost(Throwable failure) {
        return sql(failure)
                .map(SQLException::getSQLState)
                .filter(HISTORY_LOST::equals)
                .isPresent();
    }

    /** Whether a statement ran, or waited for a lock, for longer than it may: with less to do it may not. */
    public static boolean isTimeout(Throwable failure) {
        return sql(failure)
                .map(SQLException::getSQLState)
                .filter(TIMEOUT_STATES::contains)
                .isPresent();
    }

    private static Outage of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || state.length() != 5) {
            // The pool and the driver's sockets have no state to give.
            return TRANSIENT;
        }
        if (TRANSIENT_CLASSES.contains(state.substring(0, 2)) || TRANSIENT_STATES.contains(state)) {
            return TRANSIENT;
        }
        return DATA_STATES.contains(state) || state.startsWith(DATA_EXCEPTION) ? DATA : UNKNOWN;
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
