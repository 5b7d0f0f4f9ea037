package vn.cchc.feedback.attachment.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a picture file (HEIC) has its items of metadata: {@code iinf} and {@code iloc} of ISO/IEC 14496-12, 8.11. */
final class PictureItems {

    /** More than the tiles of any picture of a phone. */
    private static final int MOST = 100_000;

    private static final String EXIF = "Exif";

    /** Of these an item is metadata: XMP among them. */
    private static final Set<String> DESCRIBING = Set.of("mime", "uri ");

    private final Map<Long, List<Range>> exif = new LinkedHashMap<>();
    private final List<Range> described = new ArrayList<>();

    /** Bytes of the file, from the first to before the last. */
    record Range(long from, long to) {

        long length() {
            return to - from;
        }
    }

    /**
     * Reads the tables.
     *
     * @param data the box whose content items may be in
     * @param size of the file
     * @throws UnreadableStructure when an item of metadata is where it cannot be overwritten
     */
    PictureItems(ByteBuffer information, ByteBuffer locations, Optional<Box> data, long size)
            throws UnreadableStructure {
        Set<Long> ofExif = new HashSet<>();
        Set<Long> describing = new HashSet<>();
        readKinds(information, ofExif, describing);
        readLocations(locations, ofExif, describing, data, size);
        if (!exif.keySet().containsAll(ofExif)) {
            throw new UnreadableStructure("Exif without a place");
        }
    }

    List<List<Range>> ofExif() {
        return List.copyOf(exif.values());
    }

    List<Range> ofXmp() {
        return described;
    }

    private static void readKinds(ByteBuffer in, Set<Long> ofExif, Set<Long> describing) throws UnreadableStructure {
        int version = in.getInt() >>> 24;
        long count = version == 0 ? Short.toUnsignedInt(in.getShort()) : Integer.toUnsignedLong(in.getInt());
        requireFew(count);
        for (long i = 0; i < count; i++) {
            int start = in.position();
            int length = in.getInt();
            if (length < 12 || length > in.limit() - start) {
                throw new UnreadableStructure("An item that is longer than all");
            }
            in.getInt(); // infe
            int itemVersion = in.getInt() >>> 24;
            if (itemVersion >= 2) {
                long id = itemVersion == 2 ? Short.toUnsignedInt(in.getShort()) : Integer.toUnsignedLong(in.getInt());
                in.getShort();
                byte[] kind = new byte[4];
                in.get(kind);
                String type = new String(kind, StandardCharsets.ISO_8859_1);
                if (type.equals(EXIF)) {
                    ofExif.add(id);
                } else if (DESCRIBING.contains(type)) {
                    describing.add(id);
                }
            }
            in.position(start + length);
        }
    }

    private void readLocations(ByteBuffer in, Set<Long> ofExif, Set<Long> describing, Optional<Box> data, long size)
            throws UnreadableStructure {
        int version = in.getInt() >>> 24;
        int sizes = Short.toUnsignedInt(in.getShort());
        int offsetSize = sizes >> 12;
        int lengthSize = (sizes >> 8) & 0xF;
        int baseSize = (sizes >> 4) & 0xF;
        int indexSize = version == 0 ? 0 : sizes & 0xF;
        long count = version < 2 ? Short.toUnsignedInt(in.getShort()) : Integer.toUnsignedLong(in.getInt());
        requireFew(count);
        for (long i = 0; i < count; i++) {
            long id = version < 2 ? Short.toUnsignedInt(in.getShort()) : Integer.toUnsignedLong(in.getInt());
            int construction = version == 0 ? 0 : in.getShort() & 0xF;
            int reference = in.getShort();
            long base = number(in, baseSize);
            int extents = Short.toUnsignedInt(in.getShort());
            List<Range> ranges = new ArrayList<>();
            boolean isMetadata = ofExif.contains(id) || describing.contains(id);
            for (int extent = 0; extent < extents; extent++) {
                number(in, indexSize);
                long offset = number(in, offsetSize);
                long length = number(in, lengthSize);
                if (isMetadata) {
                    if (reference != 0) {
                        throw new UnreadableStructure("Metadata in another file");
                    }
                    ranges.add(range(construction, Math.addExact(base, offset), length, data, size));
                }
            }
            if (ofExif.contains(id)) {
                exif.put(id, ranges);
            } else {
                described.addAll(ranges);
            }
        }
    }

    private static Range range(int construction, long at, long length, Optional<Box> data, long size)
            throws UnreadableStructure {
        boolean inData = construction == 1 && data.isPresent();
        if (construction != 0 && !inData) {
            throw new UnreadableStructure("Metadata made of other items");
        }
        long from = inData ? Math.addExact(data.get().content(), at) : at;
        long end = inData ? data.get().end() : size;
        if (from < 0 || length <= 0 || length > end - from) {
            throw new UnreadableStructure("Metadata outside of the file");
        }
        return new Range(from, from + length);
    }

    private static long number(ByteBuffer in, int bytes) throws UnreadableStructure {
        return switch (bytes) {
            case 0 -> 0;
            case 4 -> Integer.toUnsignedLong(in.getInt());
            case 8 -> in.getLong();
            default -> throw new UnreadableStructure("A number of " + bytes + " bytes");
        };
    }

    private static void requireFew(long count) throws UnreadableStructure {
        if (count > MOST) {
            throw new UnreadableStructure("More than " + MOST + " items");
        }
    }
}
