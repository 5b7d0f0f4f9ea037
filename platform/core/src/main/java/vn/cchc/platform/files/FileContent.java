package vn.cchc.platform.files;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The body of a download, read lazily: not for a 304, and for HEAD only where its length is not known without ({@link
 * Made}).
 */
public sealed interface FileContent {

    /** Length in bytes. */
    long length();

    /**
     * A file in the database, sent in slices.
     *
     * @param key values of the primary key, in the order of {@link FilePlace#key()}
     */
    record Stored(FilePlace place, List<?> key, long length) implements FileContent {}

    /** Content small enough for memory, generated on first use. */
    final class Made implements FileContent {

        private final Supplier<byte[]> maker;
        private byte[] made;

        public Made(Supplier<byte[]> maker) {
            this.maker = maker;
        }

        private byte[] bytes() {
            if (made == null) {
                made = maker.get();
            }
            return made;
        }

        @Override
        public long length() {
            return bytes().length;
        }

        byte[] part(long from, long count) {
            boolean whole = from == 0 && count == length();
            return whole ? bytes() : Arrays.copyOfRange(bytes(), (int) from, (int) (from + count));
        }
    }

    /**
     * The range of a content that a response carries.
     *
     * @param from offset of the first byte, from 0
     * @param count number of bytes; at least 1 unless the content is empty
     */
    record Part(FileContent of, long from, long count) {}
}
