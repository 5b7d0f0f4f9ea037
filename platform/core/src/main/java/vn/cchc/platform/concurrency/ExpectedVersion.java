package vn.cchc.platform.concurrency;

/**
 * The versions of an entity that a change may be made to (optimistic concurrency control). Checked by the use case once the
 * entity is locked. A request gives it as {@code If-Match}.
 */
public interface ExpectedVersion {

    /** Requires that the present version is one that is expected; throws where it is not, as the caller can be told. */
    void require(long version);

    /** Whether {@link #require} passes. */
    boolean matches(long version);
}
