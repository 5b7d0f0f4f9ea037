package vn.cchc.platform.http;

/** Sizes as people read them. */
final class BodySize {

    private BodySize() {}

    /** E.g. {@code 64 KB}; of 1024 bytes each. */
    static String of(long bytes) {
        return bytes % MaxBody.MB == 0 ? bytes / MaxBody.MB + " MB" : bytes / MaxBody.KB + " KB";
    }
}
