package vn.cchc.feedback.attachment.metadata;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A box of an ISO base media file (ISO/IEC 14496-12, 4.2): length, type of four characters, content.
 *
 * @param start   offset of its length in the file
 * @param content offset of its content
 * @param end     offset after its content
 */
record Box(String type, long start, long content, long end) {

    /** Far more than any file of a phone has in one box. */
    private static final int MOST = 10_000;

    private static final int HEADER = 8;
    private static final byte[] FREE = "free".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BLOCK = 64 * 1024;

    long length() {
        return end - content;
    }

    /**
     * The boxes between two offsets.
     *
     * @throws UnreadableStructure when they do not fill it, except by fewer bytes than a box has
     */
    static List<Box> between(SeekableByteChannel file, long from, long to) throws IOException, UnreadableStructure {
        List<Box> boxes = new ArrayList<>();
        for (long at = from; to - at >= HEADER; at = boxes.get(boxes.size() - 1).end()) {
            if (boxes.size() == MOST) {
                throw new UnreadableStructure("More than " + MOST + " boxes in one");
            }
            ByteBuffer head = read(file, at, HEADER);
            long length = Integer.toUnsignedLong(head.getInt());
            byte[] type = new byte[4];
            head.get(type);
            int header = HEADER;
            if (length == 1 && to - at >= HEADER + 8) {
                header += 8;
                length = read(file, at + HEADER, 8).getLong();
            } else if (length == 0) {
                length = to - at;
            }
            if (length < header || length > to - at) {
                throw new UnreadableStructure("A box that is longer than what it is in");
            }
            boxes.add(new Box(new String(type, StandardCharsets.ISO_8859_1), at, at + header, at + length));
        }
        return boxes;
    }

    /** Overwrites its content with zeros and makes it free space: readers pass it over, and all offsets stay. */
    void blank(SeekableByteChannel file) throws IOException {
        write(file, start + 4, FREE);
        zero(file, content, end);
    }

    static void zero(SeekableByteChannel file, long from, long to) throws IOException {
        byte[] zeros = new byte[BLOCK];
        for (long at = from; at < to; at += BLOCK) {
            file.position(at);
            ByteBuffer block = ByteBuffer.wrap(zeros, 0, (int) Math.min(BLOCK, to - at));
            while (block.hasRemaining()) {
                file.write(block);
            }
        }
    }

    static void write(SeekableByteChannel file, long at, byte[] bytes) throws IOException {
        file.position(at);
        ByteBuffer block = ByteBuffer.wrap(bytes);
        while (block.hasRemaining()) {
            file.write(block);
        }
    }

    /** Big-endian, as all numbers of these files are. */
    static ByteBuffer read(SeekableByteChannel file, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        file.position(at);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw new EOFException("The file has become shorter");
            }
        }
        return bytes.flip();
    }

    /**
     * Its content as a whole.
     *
     * @throws UnreadableStructure when it is longer than a table of any file that is accepted
     */
    ByteBuffer read(SeekableByteChannel file, int longest) throws IOException, UnreadableStructure {
        if (length() > longest) {
            throw new UnreadableStructure("A table of more than " + longest + " bytes");
        }
        return read(file, content, (int) length());
    }
}
