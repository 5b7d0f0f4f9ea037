package vn.cchc.platform.office;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;
import java.util.zip.CRC32;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/** The inflated bytes of a part: counted against a limit as they come, and compared with its checksum at the end. */
final class PartBytes extends FilterInputStream {

    private final Limit limit;
    private final long checksum;
    private final CRC32 computed = new CRC32();
    private final IntConsumer counted;
    private long count;

    /**
     * Reads a part.
     *
     * @param checksum CRC-32 that the ZIP file states
     * @param counted takes how many bytes were read
     */
    PartBytes(InputStream inflated, Limit limit, long checksum, IntConsumer counted) {
        super(inflated);
        this.counted = counted;
        this.limit = limit;
        this.checksum = checksum;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read > 0) {
            computed.update(bytes, from, read);
            count += read;
            limit.check(count);
            counted.accept(read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 1 << 13)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads to the end: bytes that the parser has not asked for belong to the checksum too. */
    void finish() throws IOException {
        byte[] rest = new byte[1 << 13];
        while (read(rest, 0, rest.length) >= 0) {
            // counted and added to the checksum
        }
        if (computed.getValue() != checksum) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
    }
}
