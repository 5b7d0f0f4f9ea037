package vn.cchc.platform.event;

/** Exponential backoff from 100 ms to 5 s. Not thread-safe. */
final class Backoff {

    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 5_000;

    private long next = FIRST_MILLIS;

    long next() {
        long current = next;
        next = Math.min(next * 2, LONGEST_MILLIS);
        return current;
    }

    void reset() {
        next = FIRST_MILLIS;
    }
}
