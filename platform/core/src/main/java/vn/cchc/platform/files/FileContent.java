package vn.cchc.platform.files;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What a download sends. It is not read before it is known that it has to be sent. */
public sealed interface FileContent {

    /** In bytes. */
    long length();

    /**
     * A file in the database, sent slice by slice.
     *
     * @param key the values of the key of its place, in the order of its columns
     */
    record Stored(FilePlace place, List<?> key, long length) implements FileContent {}

    /** Bytes that are small enough to be held in memory, made once they are asked for. */
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
     * The part of a content that answers a request.
     *
     * @param from the first byte, from 0
     * @param count at least 1 unless the whole is empty
     */
    record Part(FileContent of, long from, long count) {}
}
