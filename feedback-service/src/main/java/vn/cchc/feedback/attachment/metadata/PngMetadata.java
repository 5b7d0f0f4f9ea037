package vn.cchc.feedback.attachment.metadata;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Metadata of PNG files (W3C PNG, third edition): chunks beside the picture. Kept are the critical ones and those that the picture
 * is shown with, and of {@code eXIf} the orientation; not kept are texts, times, all that is unknown, and what follows the end.
 */
public final class PngMetadata {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Transparency, colour, size of a pixel, animation. */
    private static final Set<String> SHOWN_WITH = Set.of(
            "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT",
            "acTL", "fcTL", "fdAT");

    private static final String EXIF = "eXIf";
    private static final String END = "IEND";

    /** More Exif data than a JPEG can have is not looked at. */
    private static final int LONGEST_EXIF = 64 * 1024;

    private static final int BLOCK = 64 * 1024;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final boolean keepsPlace;

    private PngMetadata(InputStream in, OutputStream out, boolean keepsPlace) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
        this.keepsPlace = keepsPlace;
    }

    /**
     * Copies a file without its metadata.
     *
     * @param keepsPlace whether the position in Exif is kept
     * @throws UnreadableStructure when it is no PNG, or its chunks do not lead to its end
     */
    public static void clear(InputStream in, OutputStream out, boolean keepsPlace)
            throws IOException, UnreadableStructure {
        new PngMetadata(in, out, keepsPlace).clear();
    }

    private void clear() throws IOException, UnreadableStructure {
        if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
            throw new UnreadableStructure("Not a PNG");
        }
        out.write(SIGNATURE);
        boolean ended = false;
        while (!ended) {
            byte[] head = in.readNBytes(8);
            if (head.length < 8) {
                throw new UnreadableStructure("It ends without an end");
            }
            int length = ByteBuffer.wrap(head).getInt();
            if (length < 0) {
                throw new UnreadableStructure("A chunk of more than 2^31 bytes");
            }
            String type = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
            chunk(head, length, type);
            ended = type.equals(END);
        }
        out.flush();
    }

    private void chunk(byte[] head, int length, String type) throws IOException, UnreadableStructure {
        boolean isCritical = Character.isUpperCase(type.charAt(0));
        if (type.equals(EXIF) && length <= LONGEST_EXIF) {
            byte[] tiff = in.readNBytes(length);
            copy(4, OutputStream.nullOutputStream());
            Optional<byte[]> kept = Exif.reduced(tiff, keepsPlace);
            if (kept.isPresent()) {
                write(EXIF, kept.get());
            }
        } else if (isCritical || SHOWN_WITH.contains(type)) {
            out.write(head);
            copy(length + 4L, out);
        } else {
            copy(length + 4L, OutputStream.nullOutputStream());
        }
    }

    /** With its checksum, which comes last. */
    private void copy(long count, OutputStream to) throws IOException, UnreadableStructure {
        byte[] block = new byte[BLOCK];
        for (long left = count; left > 0; ) {
            int read = in.readNBytes(block, 0, (int) Math.min(BLOCK, left));
            if (read == 0) {
                throw new UnreadableStructure("A chunk that ends too early");
            }
            to.write(block, 0, read);
            left -= read;
        }
    }

    private void write(String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }
}
