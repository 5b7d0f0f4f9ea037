package vn.cchc.platform.http;

import java.util.List;

/** Upper bounds shared by several requests and responses: of texts in characters, of lists in items. */
public final class Bounds {

    /** A name or code defined by the program or its tables: a state, a transition, a service, a figure. */
    public static final int NAME = 100;

    /** A title or label from a table of the program, and the name of an authority or a unit. */
    public static final int TITLE = 300;

    /** The reason of a change, as staff word it. */
    public static final int REASON = 2000;

    /** The transitions of one kind of aggregate. */
    public static final int TRANSITIONS = 20;

    /** The services of the system. */
    public static final int SERVICES = 20;

    /** Append-only lists: a view shows the latest entries; the whole history is paged at its own address. */
    public static final int LAST_SHOWN = 200;

    /** Maximum number of missing events, or reasons that some may be missing, listed in a response. */
    public static final int MISSING = 200;

    /** Largest year of four digits, as in a date. */
    public static final int LAST_YEAR = 9999;

    /** SHA-256 in hexadecimal. */
    public static final String SHA256 = "[0-9a-f]{64}";

    /** Characters of {@link #SHA256}. */
    public static final int SHA256_LENGTH = 64;

    private Bounds() {}

    /** The last {@link #LAST_SHOWN} entries, in their order. */
    public static <T> List<T> lastShown(List<T> all) {
        return all.subList(Math.max(0, all.size() - LAST_SHOWN), all.size());
    }
}
