package vn.cchc.platform.concurrency;

import vn.cchc.platform.http.Problem;

/**
 * The versions of an entity that a change may be made to (optimistic concurrency control). Checked by the use case once the
 * entity is locked. A request gives it as {@link vn.cchc.platform.http.IfMatch}; a timer or a listener takes {@link #ANY}.
 */
@FunctionalInterface
public interface ExpectedVersion {

    /** The change is made whatever the present version is. */
    ExpectedVersion ANY = version -> {};

    /**
     * Requires that the present version is one that is expected.
     *
     * @throws Problem where it is not
     */
    void require(long version);

    /** Whether {@link #require} passes. */
    default boolean matches(long version) {
        try {
            require(version);
            return true;
        } catch (Problem e) {
            return false;
        }
    }
}
