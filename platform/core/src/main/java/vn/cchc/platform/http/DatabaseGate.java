package vn.cchc.platform.http;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.cchc.platform.database.DatabaseProbe;

/**
 * Answers 503 at once while the database does not answer: a worker that waited for a silent one would be lost to the others
 * for as long as its socket lasts.
 */
class DatabaseGate {

    /** After the caller's right was checked, before anything of a body is read. */
    private static final int EARLY = 1050;

    private final DatabaseProbe database;

    DatabaseGate(DatabaseProbe database) {
        this.database = database;
    }

    @ServerRequestFilter(nonBlocking = true, priority = EARLY)
    public void pass() {
        if (!database.answers()) {
            throw Problem.unavailable();
        }
    }
}
