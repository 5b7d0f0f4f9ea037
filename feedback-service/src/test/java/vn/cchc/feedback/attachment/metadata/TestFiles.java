package vn.cchc.feedback.attachment.metadata;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as phones make them, with metadata that tells of place and device. */
public final class TestFiles {

    /** Of the device, in each kind of metadata. */
    public static final String DEVICE = "SM-A546E of An";

    /** Latitude of Tiên Hưng, in the numbers that Exif has: degrees, minutes, hundredths of seconds. */
    static final int[] LATITUDE = {20, 1, 33, 1, 4711, 100};

    private TestFiles() {}

    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static boolean contains(byte[] file, byte[] part) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }

    static byte[] latitude(ByteOrder order) {
        ByteBuffer value = ByteBuffer.allocate(24).order(order);
        for (int number : LATITUDE) {
            value.putInt(number);
        }
        return value.array();
    }

    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 160, 120, Color.BLUE));
        pen.fillRect(0, 0, 160, 120);
        pen.dispose();
        return picture;
    }

    private static byte[] encoded(String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture(), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exif with device, orientation 6 (turned to the right), place, and a thumbnail with further data behind. */
    static byte[] exif(ByteOrder order) {
        byte[] device = ascii(DEVICE + "\0");
        ByteBuffer out = ByteBuffer.allocate(400).order(order);
        byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        out.put(mark).put(mark).putShort((short) 42).putInt(8);
        out.putShort((short) 3);
        entry(out, 0x0110, 2, device.length).putInt(200);
        entry(out, 0x0112, 3, 1).putShort((short) 6).putShort((short) 0);
        entry(out, 0x8825, 4, 1).putInt(100);
        out.putInt(0);
        out.position(100);
        out.putShort((short) 4);
        entry(out, 0, 1, 4).put(new byte[] {2, 3, 0, 0});
        entry(out, 1, 2, 2).put(new byte[] {'N', 0, 0, 0});
        entry(out, 2, 5, 3).putInt(240);
        entry(out, 29, 2, 11).putInt(280);
        out.putInt(0);
        out.position(200);
        out.put(device);
        out.position(240);
        out.put(latitude(order));
        out.position(280);
        out.put(ascii("2021:01:05\0"));
        return out.array();
    }

    private static ByteBuffer entry(ByteBuffer out, int tag, int type, int count) {
        return out.putShort((short) tag).putShort((short) type).putInt(count);
    }

    private static byte[] segment(int marker, byte[] content) {
        int length = content.length + 2;
        return concat(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, content);
    }

    /** A JPEG with Exif, XMP, IPTC, a comment and a second picture behind the first. */
    public static byte[] jpeg() {
        byte[] plain = encoded("jpg");
        byte[] xmp = ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + DEVICE + "</x:xmpmeta>");
        byte[] head = {plain[0], plain[1]};
        byte[] rest = Arrays.copyOfRange(plain, 2, plain.length);
        return concat(
                head,
                segment(0xE1, concat(ascii("Exif\0\0"), exif(ByteOrder.BIG_ENDIAN))),
                segment(0xE1, xmp),
                segment(0xE2, ascii("MPF\0" + DEVICE)),
                segment(0xED, ascii("Photoshop 3.0\0" + DEVICE)),
                segment(0xFE, ascii("Made with " + DEVICE)),
                rest,
                plain,
                ascii(DEVICE));
    }

    public static byte[] plainJpeg() {
        return encoded("jpg");
    }

    static byte[] chunk(String type, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(ascii(type));
        checksum.update(content);
        return concat(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                ascii(type),
                content,
                ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    /** A PNG with Exif, texts and a time. */
    static byte[] png() {
        byte[] plain = encoded("png");
        int afterHeader = 8 + 25;
        return concat(
                Arrays.copyOf(plain, afterHeader),
                chunk("eXIf", exif(ByteOrder.LITTLE_ENDIAN)),
                chunk("tEXt", ascii("Software\0" + DEVICE)),
                chunk("zTXt", ascii("Author\0\0" + DEVICE)),
                chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0" + DEVICE)),
                chunk("tIME", new byte[] {7, (byte) 229, 1, 5, 8, 30, 0}),
                chunk("pHYs", new byte[] {0, 0, 11, 19, 0, 0, 11, 19, 1}),
                chunk("prVt", ascii(DEVICE)),
                Arrays.copyOfRange(plain, afterHeader, plain.length),
                ascii(DEVICE));
    }

    static byte[] box(String type, byte[]... content) {
        byte[] all = concat(content);
        return concat(
                ByteBuffer.allocate(8).putInt(8 + all.length).put(ascii(type)).array(), all);
    }

    static byte[] full(String type, int version, byte[]... content) {
        return box(type, new byte[] {(byte) version, 0, 0, 0}, concat(content));
    }

    static byte[] ints(int... numbers) {
        ByteBuffer out = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            out.putInt(number);
        }
        return out.array();
    }

    static byte[] shorts(int... numbers) {
        ByteBuffer out = ByteBuffer.allocate(2 * numbers.length);
        for (int number : numbers) {
            out.putShort((short) number);
        }
        return out.array();
    }

    /** Where the parts of {@link #mp4} are that are looked for. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Film(byte[] file, byte[] picture) {}

    private static byte[] track(String handler, int samplesAt, List<Integer> sizes) {
        int[] lengths = sizes.stream().mapToInt(Integer::intValue).toArray();
        return box(
                "trak",
                full("tkhd", 0, new byte[80]),
                box(
                        "mdia",
                        full("mdhd", 0, new byte[20]),
                        full("hdlr", 0, ints(0), ascii(handler), new byte[13]),
                        box(
                                "minf",
                                box(
                                        "stbl",
                                        full("stsd", 0, ints(0)),
                                        full("stsc", 0, ints(1, 1, lengths.length, 1)),
                                        full("stsz", 0, ints(0, lengths.length), ints(lengths)),
                                        full("stco", 0, ints(1, samplesAt))))),
                box("udta", box("name", ascii(DEVICE))));
    }

    /** A film with its place and device as user data, as metadata by keys, as a track of its own and as XMP. */
    static Film mp4() {
        byte[] type = box("ftyp", ascii("mp42"), ints(0), ascii("mp42isom"));
        byte[] picture = new byte[3000];
        Arrays.fill(picture, (byte) 7);
        byte[] positions = ascii("position of " + DEVICE);
        byte[] media = box("mdat", picture, positions);
        int samplesAt = type.length + 8;
        byte[] place = box("\u00a9xyz", shorts(18, 0x15c7), ascii("+20.5634+106.3421/"));
        byte[] keys = full(
                "keys",
                0,
                ints(2),
                box("mdta", ascii("com.apple.quicktime.model")),
                box("mdta", ascii("com.apple.quicktime.location.ISO6709")));
        byte[] values = box(
                "ilst",
                concat(ints(8 + 16 + DEVICE.length(), 1), box("data", ints(1, 0), ascii(DEVICE))),
                concat(ints(8 + 16 + 18, 2), box("data", ints(1, 0), ascii("+20.5634+106.3421/"))));
        byte[] film = box(
                "moov",
                full("mvhd", 0, new byte[96]),
                track("vide", samplesAt, List.of(1000, 2000)),
                track("meta", samplesAt + picture.length, List.of(positions.length)),
                box("udta", place, box("auth", ascii(DEVICE))),
                box("meta", full("hdlr", 0, ints(0), ascii("mdta"), new byte[13]), keys, values),
                box("made", ascii(DEVICE)));
        byte[] xmp = box("uuid", new byte[16], ascii("<x:xmpmeta>" + DEVICE));
        return new Film(concat(type, media, film, xmp, box("free", ascii(DEVICE))), picture);
    }

    /** A picture with an item of Exif in {@code mdat} and one of XMP in {@code idat}. */
    static byte[] heic() {
        byte[] type = box("ftyp", ascii("heic"), ints(0), ascii("mif1heic"));
        byte[] picture = new byte[500];
        Arrays.fill(picture, (byte) 9);
        byte[] exif = concat(ints(6), ascii("Exif\0\0"), exif(ByteOrder.BIG_ENDIAN));
        byte[] xmp = ascii("<x:xmpmeta>" + DEVICE + "</x:xmpmeta>");
        byte[] kinds = full(
                "iinf",
                0,
                shorts(3),
                full("infe", 2, shorts(1, 0), ascii("hvc1\0")),
                full("infe", 2, shorts(2, 0), ascii("Exif\0")),
                full("infe", 2, shorts(3, 0), ascii("mime\0application/rdf+xml\0")));
        int places = 12 + 4 + 2 * 16 + 16;
        int metaLength = 8 + 4 + 33 + kinds.length + places + (8 + xmp.length);
        int mediaAt = type.length + metaLength + 8;
        byte[] locations = full(
                "iloc",
                1,
                shorts(0x4400, 3),
                concat(shorts(1, 0, 0, 1), ints(mediaAt, picture.length)),
                concat(shorts(2, 0, 0, 1), ints(mediaAt + picture.length, exif.length)),
                concat(shorts(3, 1, 0, 1), ints(0, xmp.length)));
        byte[] meta = full(
                "meta", 0, full("hdlr", 0, ints(0), ascii("pict"), new byte[13]), kinds, locations, box("idat", xmp));
        if (meta.length != metaLength) {
            throw new IllegalStateException("Counted " + metaLength + ", is " + meta.length);
        }
        return concat(type, meta, box("mdat", picture, exif));
    }
}
