package vn.cchc.platform.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;

/**
 * Reads in a transaction of its own, which gives its connection back when it ends. Without one, the session of a request
 * keeps its connection until the request ends: an answer that then needs a further one, as a stored file does, waits for
 * others that wait likewise, and the pool stands.
 */
public final class ReadTransaction {

    private ReadTransaction() {}

    public static <T> T call(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading::get);
    }
}
