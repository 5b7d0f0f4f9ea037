package vn.cchc.feedback.attachment.metadata;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Metadata of ISO base media files (ISO/IEC 14496-12): films (MP4) and pictures (HEIC, ISO/IEC 23008-12). They refer to their
 * parts by offsets, so that what is removed is overwritten in place, and the file keeps its length. What is not known to be needed
 * to play or show it is removed: user data, metadata, unknown boxes, tracks that are neither picture, sound nor text (phones and
 * cameras record their position in such), and the items of Exif and XMP of a picture.
 */
public final class IsoMediaMetadata {

    private static final Set<String> OF_FILE = Set.of(
            "ftyp", "styp", "moov", "moof", "mdat", "mfra", "sidx", "ssix", "prft", "pdin", "meta", "free", "skip",
            "wide");
    private static final Set<String> OF_FILM = Set.of("mvhd", "iods", "trak", "mvex", "meta", "udta");
    private static final Set<String> OF_TRACK =
            Set.of("tkhd", "tref", "trgr", "edts", "load", "tapt", "clip", "matt", "mdia", "msrc");
    private static final Set<String> OF_FRAGMENT = Set.of("mfhd", "traf");
    private static final Set<String> FREE = Set.of("free", "skip", "wide");

    /** Sound, picture, texts, auxiliary pictures. */
    private static final Set<String> PLAYED = Set.of("vide", "soun", "text", "sbtl", "subt", "clcp", "auxv", "pict");

    /** User data that tell the place: of QuickTime, and of 3GPP (TS 26.244). */
    private static final Set<String> PLACE = Set.of("\u00a9xyz", "loci");

    private static final String PLACE_KEY = "com.apple.quicktime.location.ISO6709";

    /** Bytes of the largest table that is read: more than two hours of sound have. */
    private static final int LONGEST_TABLE = 4 * 1024 * 1024;

    private final SeekableByteChannel file;
    private final boolean keepsPlace;

    private IsoMediaMetadata(SeekableByteChannel file, boolean keepsPlace) {
        this.file = file;
        this.keepsPlace = keepsPlace;
    }

    /**
     * Removes metadata in place.
     *
     * @param file open for reading and writing
     * @param keepsPlace whether the position is kept, where it is user data of a film or Exif of a picture
     * @throws UnreadableStructure when its boxes do not lead to what is to be removed; the file may then have been changed
     */
    public static void clear(SeekableByteChannel file, boolean keepsPlace) throws IOException, UnreadableStructure {
        try {
            new IsoMediaMetadata(file, keepsPlace).clear();
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableStructure("A table that ends too early: " + e.getMessage());
        }
    }

    private void clear() throws IOException, UnreadableStructure {
        List<Box> boxes = Box.between(file, 0, file.size());
        if (boxes.isEmpty() || !boxes.get(0).type().equals("ftyp")) {
            throw new UnreadableStructure("Not an ISO base media file");
        }
        // Items and samples first: what tells where they are is blanked afterwards.
        for (Box box : boxes) {
            switch (box.type()) {
                case "meta" -> pictureItems(box);
                case "moov" -> film(box);
                case "moof" -> fragment(box);
                default -> {
                    if (FREE.contains(box.type())) {
                        Box.zero(file, box.content(), box.end());
                    } else if (!OF_FILE.contains(box.type())) {
                        box.blank(file);
                    }
                }
            }
        }
        Box.zero(file, boxes.get(boxes.size() - 1).end(), file.size());
    }

    private List<Box> children(Box box) throws IOException, UnreadableStructure {
        return Box.between(file, box.content(), box.end());
    }

    private static Optional<Box> find(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
    }

    private static Box require(List<Box> boxes, String type) throws UnreadableStructure {
        return find(boxes, type).orElseThrow(() -> new UnreadableStructure("There is no " + type));
    }

    private void film(Box film) throws IOException, UnreadableStructure {
        for (Box box : children(film)) {
            switch (box.type()) {
                case "trak" -> track(box);
                case "udta" -> userData(box);
                case "meta" -> keyedMetadata(box);
                default -> {
                    if (!OF_FILM.contains(box.type())) {
                        box.blank(file);
                    }
                }
            }
        }
    }

    private void fragment(Box fragment) throws IOException, UnreadableStructure {
        for (Box box : children(fragment)) {
            if (!OF_FRAGMENT.contains(box.type())) {
                box.blank(file);
            } else if (box.type().equals("traf")) {
                for (Box part : children(box)) {
                    if (Set.of("udta", "meta", "uuid").contains(part.type())) {
                        part.blank(file);
                    }
                }
            }
        }
    }

    private void track(Box track) throws IOException, UnreadableStructure {
        List<Box> parts = children(track);
        List<Box> media = children(require(parts, "mdia"));
        ByteBuffer handler = require(media, "hdlr").read(file, LONGEST_TABLE);
        byte[] kind = new byte[4];
        handler.position(8).get(kind);
        if (!PLAYED.contains(new String(kind, StandardCharsets.ISO_8859_1))) {
            blankSamples(media);
            track.blank(file);
            return;
        }
        for (Box part : parts) {
            if (!OF_TRACK.contains(part.type())) {
                part.blank(file);
            }
        }
        for (Box part : media) {
            if (Set.of("udta", "meta", "uuid").contains(part.type())) {
                part.blank(file);
            }
        }
    }

    /** Of a film in fragments a further track's samples are in the fragments: such are not made by phones. */
    private void blankSamples(List<Box> media) throws IOException, UnreadableStructure {
        List<Box> table = children(require(children(require(media, "minf")), "stbl"));
        Optional<Box> wide = find(table, "co64");
        ByteBuffer chunks = (wide.isPresent() ? wide.get() : require(table, "stco")).read(file, LONGEST_TABLE);
        ByteBuffer perChunk = require(table, "stsc").read(file, LONGEST_TABLE);
        ByteBuffer sizes = require(table, "stsz").read(file, LONGEST_TABLE);
        int allSizes = sizes.position(4).getInt();
        int samples = sizes.getInt();
        int chunkCount = chunks.position(4).getInt();
        int runs = perChunk.position(4).getInt();
        if (samples == 0) {
            throwIfFragmented();
        }
        long blanked = 0;
        int run = 0;
        int inChunk = 0;
        int nextRunAt = runs == 0 ? Integer.MAX_VALUE : perChunk.getInt();
        int sample = 0;
        for (int chunk = 1; chunk <= chunkCount && sample < samples; chunk++) {
            long at = wide.isPresent() ? chunks.getLong() : Integer.toUnsignedLong(chunks.getInt());
            while (chunk == nextRunAt) {
                inChunk = perChunk.getInt();
                perChunk.getInt();
                run++;
                nextRunAt = run < runs ? perChunk.getInt() : Integer.MAX_VALUE;
            }
            long length = 0;
            for (int i = 0; i < inChunk && sample < samples; i++, sample++) {
                length += Integer.toUnsignedLong(allSizes != 0 ? allSizes : sizes.getInt());
            }
            blanked += length;
            if (at < 0 || length > file.size() - at || blanked > file.size()) {
                throw new UnreadableStructure("Samples outside of the file");
            }
            Box.zero(file, at, at + length);
        }
    }

    private void throwIfFragmented() throws IOException, UnreadableStructure {
        if (find(Box.between(file, 0, file.size()), "moof").isPresent()) {
            throw new UnreadableStructure("Samples of metadata in fragments");
        }
    }

    private void userData(Box data) throws IOException, UnreadableStructure {
        if (!keepsPlace) {
            data.blank(file);
            return;
        }
        for (Box box : children(data)) {
            if (!PLACE.contains(box.type())) {
                box.blank(file);
            }
        }
    }

    /** Metadata of a film by keys (QuickTime): items are numbered by the keys, from 1. */
    private void keyedMetadata(Box metadata) throws IOException, UnreadableStructure {
        if (!keepsPlace) {
            metadata.blank(file);
            return;
        }
        List<Box> parts = metadataParts(metadata);
        Optional<Box> keys = find(parts, "keys");
        int place = keys.isPresent() ? numberOf(PLACE_KEY, keys.get().read(file, LONGEST_TABLE)) : 0;
        for (Box part : parts) {
            if (part.type().equals("ilst")) {
                for (Box item : children(part)) {
                    int number = ByteBuffer.wrap(item.type().getBytes(StandardCharsets.ISO_8859_1))
                            .getInt();
                    if (place == 0 || number != place) {
                        item.blank(file);
                    }
                }
            } else if (!Set.of("hdlr", "keys").contains(part.type())) {
                part.blank(file);
            }
        }
    }

    private static int numberOf(String wanted, ByteBuffer keys) throws UnreadableStructure {
        int count = keys.position(4).getInt();
        for (int number = 1; number <= count; number++) {
            int length = keys.getInt() - 8;
            keys.getInt();
            if (length < 0 || length > keys.remaining()) {
                throw new UnreadableStructure("A key that is longer than all");
            }
            byte[] name = new byte[length];
            keys.get(name);
            if (new String(name, StandardCharsets.UTF_8).equals(wanted)) {
                return number;
            }
        }
        return 0;
    }

    /** In ISO files a version stands before the boxes of metadata, in QuickTime's none. */
    private List<Box> metadataParts(Box metadata) throws IOException, UnreadableStructure {
        boolean isQuickTime = metadata.length() >= 8
                && Box.read(file, metadata.content() + 4, 4).getInt() == 0x68646c72; // hdlr
        return Box.between(file, metadata.content() + (isQuickTime ? 0 : 4), metadata.end());
    }

    /** Metadata of a file: of a HEIC it describes the picture, of others it is removed. */
    private void pictureItems(Box metadata) throws IOException, UnreadableStructure {
        List<Box> parts = metadataParts(metadata);
        if (find(parts, "iinf").isEmpty()) {
            metadata.blank(file);
            return;
        }
        PictureItems items = new PictureItems(
                require(parts, "iinf").read(file, LONGEST_TABLE),
                require(parts, "iloc").read(file, LONGEST_TABLE),
                find(parts, "idat"),
                file.size());
        for (PictureItems.Range range : items.ofXmp()) {
            Box.zero(file, range.from(), range.to());
        }
        for (List<PictureItems.Range> exif : items.ofExif()) {
            reduceExif(exif);
        }
        for (Box part : parts) {
            if (Set.of("uuid", "udta", "xml ", "bxml").contains(part.type())) {
                part.blank(file);
            }
        }
    }

    /** What is kept of Exif is written where it was, with zeros behind. Its first four bytes are the offset of the TIFF header. */
    private void reduceExif(List<PictureItems.Range> exif) throws IOException, UnreadableStructure {
        Optional<byte[]> kept = Optional.empty();
        if (exif.size() == 1 && exif.get(0).length() > 4 && exif.get(0).length() <= LONGEST_TABLE) {
            PictureItems.Range range = exif.get(0);
            ByteBuffer content = Box.read(file, range.from(), (int) range.length());
            int skipped = content.getInt();
            if (skipped >= 0 && skipped < content.remaining()) {
                byte[] tiff = new byte[content.remaining() - skipped];
                content.position(4 + skipped).get(tiff);
                kept = Exif.reduced(tiff, keepsPlace).filter(bytes -> bytes.length <= range.length() - 4);
            }
        }
        for (PictureItems.Range range : exif) {
            Box.zero(file, range.from(), range.to());
        }
        if (kept.isPresent()) {
            Box.write(file, exif.get(0).from() + 4, kept.get());
        }
    }
}
