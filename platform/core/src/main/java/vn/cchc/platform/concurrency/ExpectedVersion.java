package vn.cchc.platform.concurrency;

/**
 * The versions of an entity that a change may be made to (optimistic concurrency control). Checked by the use case once the
 * entity is locked. A request gives it as {@code If-Match}; a timer or a listener takes {@link #ANY}.
 */
public interface ExpectedVersion {

    /** The change is made whatever the present version is. */
    ExpectedVersion ANY = new ExpectedVersion() {
        @Override
        public void require(long version) {}

        @Override
        public boolean matches(long version) {
            return true;
        }
    };

    /** Requires that the present version is one that is expected; throws where it is not, as the caller can be told. */
    void require(long version);

    /** Whether {@link #require} passes. */
    boolean matches(long version);
}
