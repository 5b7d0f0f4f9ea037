package vn.cchc.platform.http;

/** Human-readable sizes. */
public final class BodySize {

    private BodySize() {}

    /** E.g. {@code 64 KB}; 1 KB is 1024 bytes. */
    public static String of(long bytes) {
        return bytes % MaxBody.MB == 0 ? bytes / MaxBody.MB + " MB" : bytes / MaxBody.KB + " KB";
    }
}
