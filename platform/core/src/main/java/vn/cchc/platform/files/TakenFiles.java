package vn.cchc.platform.files;

import java.util.Set;

/**
 * Which files an operation takes.
 *
 * @param largestMegabytes the largest, in megabytes of 1024 × 1024 bytes
 */
public record TakenFiles(int largestMegabytes, Set<FileType> types) {

    private static final long MEGABYTE = 1024L * 1024;

    boolean isTooLarge(long bytes) {
        return bytes > largestMegabytes * MEGABYTE;
    }
}
