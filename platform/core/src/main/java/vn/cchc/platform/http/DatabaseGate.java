package vn.cchc.platform.http;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.cchc.platform.database.DatabaseProbe;

/**
 * Fails fast with 503 while the database does not answer: otherwise each request would block a worker until the socket
 * timeout.
 */
class DatabaseGate {

    /** After the access check, before the body is read. */
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
