package vn.cchc.feedback.attachment.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Metadata of JPEG files (ITU-T T.81, annex B): segments beside the picture. Kept are those that the picture is decoded and
 * shown with (JFIF without its thumbnail, colour profile, Adobe's colour transform, and the orientation of Exif); not kept are all
 * others, comments, XMP, IPTC, makers' notes and further pictures behind the first, which have Exif data of their own.
 */
public final class JpegMetadata {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;

    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);

    /** Of a JFIF segment up to the size of its thumbnail, which is two bytes more. */
    private static final int JFIF_WITHOUT_THUMBNAIL = 12;

    private final InputStream in;
    private final OutputStream out;
    private final boolean keepsPlace;
    private boolean hasExif;

    private JpegMetadata(InputStream in, OutputStream out, boolean keepsPlace) {
        this.in = in;
        this.out = out;
        this.keepsPlace = keepsPlace;
    }

    /**
     * Copies a file without its metadata.
     *
     * @param in buffered, as it is read byte by byte
     * @param keepsPlace whether the position in Exif is kept
     * @throws UnreadableStructure when it is no JPEG, or its segments do not follow one another; a picture that ends too early
     *     is copied
     */
    public static void clear(InputStream in, OutputStream out, boolean keepsPlace)
            throws IOException, UnreadableStructure {
        new JpegMetadata(in, out, keepsPlace).clear();
    }

    private void clear() throws IOException, UnreadableStructure {
        if (in.read() != 0xFF || in.read() != SOI) {
            throw new UnreadableStructure("Not a JPEG");
        }
        mark(SOI);
        int marker = nextMarker();
        while (marker != EOI) {
            marker = segment(marker);
        }
        mark(EOI);
    }

    /** Copies or drops a segment; returns the marker after it. */
    private int segment(int marker) throws IOException, UnreadableStructure {
        boolean hasLength = marker >= 0xC0 && !(marker >= 0xD0 && marker <= SOI);
        if (!hasLength) {
            throw new UnreadableStructure("A marker that is out of place");
        }
        int length = (in.read() << 8) | in.read();
        if (length < 2) {
            throw new UnreadableStructure("A segment without a length");
        }
        byte[] content = in.readNBytes(length - 2);
        if (content.length < length - 2) {
            throw new UnreadableStructure("A segment that ends too early");
        }
        Optional<byte[]> kept = kept(marker, content);
        if (kept.isPresent()) {
            mark(marker);
            int written = kept.get().length + 2;
            out.write(written >> 8);
            out.write(written);
            out.write(kept.get());
        }
        return marker == SOS ? copyScan() : nextMarker();
    }

    private Optional<byte[]> kept(int marker, byte[] content) {
        return switch (marker) {
            case APP0 -> Optional.of(content).filter(JpegMetadata::isJfif).map(JpegMetadata::withoutThumbnail);
            case APP1 -> exif(content);
            case APP2 -> Optional.of(content).filter(profile -> startsWith(profile, ICC));
            case APP14 -> Optional.of(content).filter(transform -> startsWith(transform, ADOBE));
            default -> Optional.of(content).filter(any -> isOfPicture(marker));
        };
    }

    private static boolean isJfif(byte[] content) {
        return startsWith(content, JFIF) && content.length >= JFIF_WITHOUT_THUMBNAIL;
    }

    private static byte[] withoutThumbnail(byte[] jfif) {
        return Arrays.copyOf(Arrays.copyOf(jfif, JFIF_WITHOUT_THUMBNAIL), JFIF_WITHOUT_THUMBNAIL + 2);
    }

    private Optional<byte[]> exif(byte[] content) {
        if (hasExif || !startsWith(content, EXIF)) {
            return Optional.empty();
        }
        hasExif = true;
        return Exif.reduced(Arrays.copyOfRange(content, EXIF.length, content.length), keepsPlace)
                .map(tiff -> {
                    byte[] segment = Arrays.copyOf(EXIF, EXIF.length + tiff.length);
                    System.arraycopy(tiff, 0, segment, EXIF.length, tiff.length);
                    return segment;
                });
    }

    /** Frames, tables, scans: SOFn, DHT, DAC, SOS, DQT, DNL, DRI, DHP, EXP. Not APPn, JPGn and comments. */
    private static boolean isOfPicture(int marker) {
        return marker >= 0xC0 && marker <= 0xDF;
    }

    /** Copies what is between a scan's header and the next marker that does not belong to it. */
    private int copyScan() throws IOException {
        while (true) {
            int read = in.read();
            if (read < 0) {
                return EOI;
            }
            if (read != 0xFF) {
                out.write(read);
                continue;
            }
            int next = in.read();
            while (next == 0xFF) {
                next = in.read();
            }
            boolean isOfScan = next == 0 || (next >= 0xD0 && next <= 0xD7);
            if (!isOfScan) {
                return next < 0 ? EOI : next;
            }
            out.write(0xFF);
            out.write(next);
        }
    }

    private int nextMarker() throws IOException, UnreadableStructure {
        if (in.read() != 0xFF) {
            throw new UnreadableStructure("No marker after a segment");
        }
        int marker = in.read();
        while (marker == 0xFF) {
            marker = in.read();
        }
        return marker;
    }

    private void mark(int marker) throws IOException {
        out.write(0xFF);
        out.write(marker);
    }

    private static boolean startsWith(byte[] content, byte[] name) {
        return content.length >= name.length && Arrays.equals(content, 0, name.length, name, 0, name.length);
    }
}
