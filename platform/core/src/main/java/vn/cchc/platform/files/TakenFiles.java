package vn.cchc.platform.files;

import java.util.Set;

/**
 * The files that an operation accepts.
 *
 * @param largestMegabytes maximum size in megabytes of 1024 × 1024 bytes
 * @param types the accepted types
 */
public record TakenFiles(int largestMegabytes, Set<FileType> types) {

    private static final long MEGABYTE = 1024L * 1024;

    boolean isTooLarge(long bytes) {
        return bytes > largestMegabytes * MEGABYTE;
    }
}
