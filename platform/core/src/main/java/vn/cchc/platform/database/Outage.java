package vn.cchc.platform.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Classifies failures by SQLSTATE (PostgreSQL, Appendix A); shared by requests, listeners and timers. */
public enum Outage {
    /** Retryable: the database is unavailable, full or shutting down, a lock timed out, or a serialization failure. */
    TRANSIENT,
    /** Violates a constraint or a data type: retrying cannot help. */
    DATA,
    /** Neither: a programming error, or a race reported in another way. */
    UNKNOWN;

    /**
     * 08 connection exception, 40 transaction rollback (serialization failure, deadlock), 53 insufficient resources,
     * 57P operator intervention (shutdown, start). 25P03 and 25P04 end a transaction that was idle or ran too long;
     * XX000 comes from a server that is being killed.
     */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53");

    /** Raised by {@code open_time_line}: the database was restored and waits for an operator's decision. */
    private static final String HISTORY_LOST = "CC001";

    private static final Set<String> TRANSIENT_STATES =
            Set.of("55P03", "57014", "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04", HISTORY_LOST);

    private static final Set<String> TIMEOUT_STATES = Set.of("57014", "55P03");

    private static final Set<String> DATA_STATES = Set.of("23502", "23514");

    private static final String DATA_EXCEPTION = "22";

    /** Searches the chain of causes for an error of the database, its driver or its pool. */
    public static Outage of(Throwable failure) {
        return sql(failure).map(Outage::of).orElse(UNKNOWN);
    }

    /** Whether a retry may succeed. */
    public static boolean isTransient(Throwable failure) {
        return of(failure) == TRANSIENT;
    }

    /** Whether the journal lacks published events, so that nothing is recorded until the epoch is raised. */
    public static boolean isHistoryLost(Throwable failure) {
        return sql(failure)
                .map(SQLException::getSQLState)
                .filter(HISTORY_LOST::equals)
                .isPresent();
    }

    /** Whether a statement or lock timeout expired: a smaller batch may pass. */
    public static boolean isTimeout(Throwable failure) {
        return sql(failure)
                .map(SQLException::getSQLState)
                .filter(TIMEOUT_STATES::contains)
                .isPresent();
    }

    private static Outage of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || state.length() != 5) {
            // Errors of the pool and of the driver's sockets have no SQLSTATE.
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
