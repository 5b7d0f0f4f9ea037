package vn.cchc.platform.event;

import java.sql.SQLException;
import java.util.Set;

/** Whose fault a failed event is. */
enum Failure {
    /** The event's own: trying again cannot help. */
    UNPROCESSABLE,
    /** The database's: wait and try again. */
    OUTAGE,
    /** Neither known: ask whether the database answers, and try a few times. */
    UNEXPECTED;

    /** SQLSTATE classes that blame the data: data exception and integrity constraint violation. */
    private static final Set<String> DATA_CLASSES = Set.of("22", "23");

    static Failure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableEvent) {
                return UNPROCESSABLE;
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                boolean data = state != null && state.length() == 5 && DATA_CLASSES.contains(state.substring(0, 2));
                return data ? UNPROCESSABLE : OUTAGE;
            }
        }
        return UNEXPECTED;
    }
}
