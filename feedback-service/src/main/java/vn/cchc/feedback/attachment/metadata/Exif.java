package vn.cchc.feedback.attachment.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Exif data, which has the structure of a TIFF file (CIPA DC-008, 4.5; TIFF 6.0, section 2): directories of entries of twelve
 * bytes. Of it only the orientation, without which a picture lies on its side, and where wanted the place are kept.
 */
final class Exif {

    private static final int MAGIC = 42;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private static final int ORIENTATION = 0x0112;
    private static final int GPS = 0x8825;

    /** GPSVersionID, latitude, longitude and altitude with their references; not time, direction, or the device's method. */
    private static final int LAST_OF_POSITION = 6;

    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    /** Far more than the three rationals of a latitude. */
    private static final int LONGEST_VALUE = 64;

    private Exif() {}

    /** An entry to be kept. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(int tag, int type, int count, byte[] value) {}

    /**
     * The part of Exif data that is kept, as Exif data.
     *
     * @param tiff      from the byte order on; what is damaged in it is not kept
     * @param keepsPlace whether position and altitude are kept
     * @return empty where nothing is to be kept
     */
    static Optional<byte[]> reduced(byte[] tiff, boolean keepsPlace) {
        try {
            ByteBuffer in = ByteBuffer.wrap(tiff).order(order(tiff));
            if (in.getShort(2) != MAGIC) {
                return Optional.empty();
            }
            int first = in.getInt(4);
            List<Entry> main = entries(in, first, ORIENTATION, ORIENTATION).stream()
                    .filter(Exif::isOrientation)
                    .toList();
            List<Entry> place = keepsPlace ? place(in, first) : List.of();
            return main.isEmpty() && place.isEmpty() ? Optional.empty() : Optional.of(written(in.order(), main, place));
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static List<Entry> place(ByteBuffer in, int first) {
        List<Entry> pointer = entries(in, first, GPS, GPS);
        if (pointer.isEmpty() || pointer.get(0).type() != LONG) {
            return List.of();
        }
        int at = ByteBuffer.wrap(pointer.get(0).value()).order(in.order()).getInt();
        return entries(in, at, 0, LAST_OF_POSITION);
    }

    private static boolean isOrientation(Entry entry) {
        return entry.type() == SHORT && entry.count() == 1;
    }

    private static ByteOrder order(byte[] tiff) {
        if (tiff.length < HEADER || tiff[0] != tiff[1] || (tiff[0] != 'I' && tiff[0] != 'M')) {
            throw new IndexOutOfBoundsException("No byte order");
        }
        return tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /** The entries of a directory with these tags, each tag once, in the order of tags. */
    private static List<Entry> entries(ByteBuffer in, int directory, int firstTag, int lastTag) {
        int count = Short.toUnsignedInt(in.getShort(directory));
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = directory + 2 + i * ENTRY;
            int tag = Short.toUnsignedInt(in.getShort(at));
            int last = found.isEmpty() ? -1 : found.get(found.size() - 1).tag();
            if (tag >= firstTag && tag <= lastTag && tag > last) {
                int type = Short.toUnsignedInt(in.getShort(at + 2));
                int values = in.getInt(at + 4);
                int length = length(type, values);
                if (length > 0) {
                    byte[] value = new byte[length];
                    in.get(length <= 4 ? at + 8 : in.getInt(at + 8), value);
                    found.add(new Entry(tag, type, values, value));
                }
            }
        }
        return found;
    }

    /** Length of a value in bytes; 0 for one that is not kept. */
    private static int length(int type, int count) {
        int unit =
                switch (type) {
                    case BYTE, ASCII -> 1;
                    case SHORT -> 2;
                    case LONG -> 4;
                    case RATIONAL -> 8;
                    default -> 0;
                };
        return count < 1 || count > LONGEST_VALUE || unit * count > LONGEST_VALUE ? 0 : unit * count;
    }

    private static byte[] written(ByteOrder order, List<Entry> main, List<Entry> place) {
        int placeAt = HEADER + size(main.size() + (place.isEmpty() ? 0 : 1));
        int valuesAt = placeAt + (place.isEmpty() ? 0 : size(place.size()));
        int values = place.stream().mapToInt(Exif::outside).sum();
        ByteBuffer out = ByteBuffer.allocate(valuesAt + values).order(order);
        out.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'))
                .put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'))
                .putShort((short) MAGIC)
                .putInt(HEADER);
        List<Entry> all = new ArrayList<>(main);
        if (!place.isEmpty()) {
            byte[] pointer = ByteBuffer.allocate(4).order(order).putInt(placeAt).array();
            all.add(new Entry(GPS, LONG, 1, pointer));
        }
        write(all, out, valuesAt);
        if (!place.isEmpty()) {
            write(place, out, valuesAt);
        }
        return out.array();
    }

    /** Bytes of a directory, with its number of entries and the offset of a next one. */
    private static int size(int entries) {
        return 2 + entries * ENTRY + 4;
    }

    /** Bytes of a value that does not fit into its entry; it begins at an even offset. */
    private static int outside(Entry entry) {
        return entry.value().length <= 4 ? 0 : entry.value().length + entry.value().length % 2;
    }

    private static void write(List<Entry> entries, ByteBuffer out, int valuesAt) {
        int next = valuesAt;
        out.putShort((short) entries.size());
        for (Entry entry : entries) {
            out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
            if (outside(entry) == 0) {
                out.put(entry.value()).position(out.position() + 4 - entry.value().length);
            } else {
                out.putInt(next);
                out.put(next, entry.value());
                next += outside(entry);
            }
        }
        out.putInt(0);
    }
}
