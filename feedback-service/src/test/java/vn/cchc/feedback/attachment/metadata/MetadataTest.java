package vn.cchc.feedback.attachment.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.cchc.feedback.attachment.metadata.TestFiles.DEVICE;
import static vn.cchc.feedback.attachment.metadata.TestFiles.ascii;
import static vn.cchc.feedback.attachment.metadata.TestFiles.box;
import static vn.cchc.feedback.attachment.metadata.TestFiles.concat;
import static vn.cchc.feedback.attachment.metadata.TestFiles.latitude;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.AbstractBooleanAssert;
import org.junit.jupiter.api.Test;

class MetadataTest {

    private static final byte[] PLACE_OF_FILM = ascii("+20.5634+106.3421/");

    private static byte[] cleared(String kind, byte[] file, boolean keepsPlace)
            throws IOException, UnreadableStructure {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (kind) {
            case "jpeg" -> JpegMetadata.clear(new ByteArrayInputStream(file), out, keepsPlace);
            case "png" -> PngMetadata.clear(new ByteArrayInputStream(file), out, keepsPlace);
            default -> out.write(inPlace(file, keepsPlace));
        }
        return out.toByteArray();
    }

    private static byte[] inPlace(byte[] file, boolean keepsPlace) throws IOException, UnreadableStructure {
        Path path = Files.createTempFile("film", "");
        try {
            Files.write(path, file);
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                IsoMediaMetadata.clear(channel, keepsPlace);
            }
            return Files.readAllBytes(path);
        } finally {
            Files.delete(path);
        }
    }

    private static AbstractBooleanAssert<?> assertTells(byte[] file, byte[] what) {
        return assertThat(TestFiles.contains(file, what));
    }

    private static void assertSamePicture(byte[] one, byte[] other) throws IOException {
        BufferedImage first = ImageIO.read(new ByteArrayInputStream(one));
        BufferedImage second = ImageIO.read(new ByteArrayInputStream(other));
        int w = first.getWidth();
        int h = first.getHeight();
        assertThat(second.getRGB(0, 0, w, h, null, 0, w)).isEqualTo(first.getRGB(0, 0, w, h, null, 0, w));
    }

    /** The value of the orientation in a reduced Exif, which begins with it. */
    private static int orientation(byte[] file, ByteOrder order) {
        byte[] entry = order == ByteOrder.BIG_ENDIAN
                ? new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0}
                : new byte[] {0x12, 1, 3, 0, 1, 0, 0, 0};
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(new String(entry, StandardCharsets.ISO_8859_1));
        return at < 0 ? 0 : file[at + entry.length];
    }

    @Test
    void a_jpeg_loses_all_but_its_picture_and_how_it_lies() throws Exception {
        byte[] file = TestFiles.jpeg();
        assertTells(file, ascii(DEVICE)).isTrue();

        byte[] cleared = cleared("jpeg", file, false);

        assertTells(cleared, ascii(DEVICE)).isFalse();
        assertTells(cleared, latitude(ByteOrder.BIG_ENDIAN)).isFalse();
        assertTells(cleared, ascii("xmpmeta")).isFalse();
        assertThat(orientation(cleared, ByteOrder.BIG_ENDIAN)).isEqualTo(6);
        assertSamePicture(file, cleared);
        assertThat(cleared.length).isLessThan(TestFiles.plainJpeg().length + 100);
    }

    @Test
    void a_jpeg_keeps_its_place_where_the_sender_wants_it() throws Exception {
        byte[] cleared = cleared("jpeg", TestFiles.jpeg(), true);

        assertTells(cleared, latitude(ByteOrder.BIG_ENDIAN)).isTrue();
        assertTells(cleared, ascii(DEVICE)).isFalse();
        assertTells(cleared, ascii("2021:01:05")).isFalse();
        assertThat(orientation(cleared, ByteOrder.BIG_ENDIAN)).isEqualTo(6);
    }

    @Test
    void a_jpeg_without_metadata_is_left_and_one_cut_off_is_ended() throws Exception {
        byte[] plain = TestFiles.plainJpeg();

        assertThat(cleared("jpeg", plain, false)).isEqualTo(plain);
        byte[] shown = cleared("jpeg", Arrays.copyOf(plain, plain.length - 100), false);
        assertThat(Arrays.copyOfRange(shown, shown.length - 2, shown.length)).isEqualTo(new byte[] {-1, (byte) 0xD9});
    }

    @Test
    void a_png_loses_texts_times_and_what_is_unknown() throws Exception {
        byte[] file = TestFiles.png();

        byte[] cleared = cleared("png", file, false);
        byte[] withPlace = cleared("png", file, true);

        for (byte[] each : new byte[][] {cleared, withPlace}) {
            assertTells(each, ascii(DEVICE)).isFalse();
            assertTells(each, ascii("tIME")).isFalse();
            assertTells(each, ascii("pHYs")).isTrue();
            assertThat(orientation(each, ByteOrder.LITTLE_ENDIAN)).isEqualTo(6);
            assertSamePicture(file, each);
        }
        assertTells(cleared, latitude(ByteOrder.LITTLE_ENDIAN)).isFalse();
        assertTells(withPlace, latitude(ByteOrder.LITTLE_ENDIAN)).isTrue();
    }

    @Test
    void a_film_keeps_its_length_and_its_picture_and_loses_place_and_device() throws Exception {
        TestFiles.Film film = TestFiles.mp4();

        byte[] cleared = cleared("mp4", film.file(), false);

        assertThat(cleared).hasSameSizeAs(film.file());
        assertTells(cleared, ascii(DEVICE)).isFalse();
        assertTells(cleared, PLACE_OF_FILM).isFalse();
        assertTells(cleared, ascii("position of")).isFalse();
        assertTells(cleared, film.picture()).isTrue();
        assertThat(new String(cleared, 4, 8, StandardCharsets.US_ASCII)).isEqualTo("ftypmp42");
    }

    @Test
    void a_film_keeps_its_place_where_the_sender_wants_it() throws Exception {
        byte[] cleared = cleared("mp4", TestFiles.mp4().file(), true);

        String text = new String(cleared, StandardCharsets.ISO_8859_1);
        assertThat(text.split("\\+20\\.5634\\+106\\.3421/", -1)).hasSize(3);
        assertTells(cleared, ascii(DEVICE)).isFalse();
    }

    @Test
    void a_heic_keeps_its_length_and_its_picture_and_loses_place_and_device() throws Exception {
        byte[] file = TestFiles.heic();
        byte[] picture = new byte[500];
        Arrays.fill(picture, (byte) 9);

        byte[] cleared = cleared("heic", file, false);
        byte[] withPlace = cleared("heic", file, true);

        for (byte[] each : new byte[][] {cleared, withPlace}) {
            assertThat(each).hasSameSizeAs(file);
            assertTells(each, ascii(DEVICE)).isFalse();
            assertTells(each, ascii("xmpmeta")).isFalse();
            assertTells(each, picture).isTrue();
            assertThat(orientation(each, ByteOrder.BIG_ENDIAN)).isEqualTo(6);
        }
        assertTells(cleared, latitude(ByteOrder.BIG_ENDIAN)).isFalse();
        assertTells(withPlace, latitude(ByteOrder.BIG_ENDIAN)).isTrue();
    }

    @Test
    void what_cannot_be_followed_to_its_end_is_refused() {
        byte[] png = TestFiles.png();
        byte[] film = TestFiles.mp4().file();

        assertThatThrownBy(() -> cleared("png", Arrays.copyOf(png, 200), false))
                .isInstanceOf(UnreadableStructure.class);
        assertThatThrownBy(() -> cleared("mp4", Arrays.copyOf(film, film.length - 10), false))
                .isInstanceOf(UnreadableStructure.class);
        assertThatThrownBy(() -> cleared("jpeg", ascii("GIF89a"), false)).isInstanceOf(UnreadableStructure.class);
        assertThatThrownBy(() -> cleared(
                        "heic",
                        concat(
                                box("ftyp", ascii("heic")),
                                TestFiles.full("meta", 0, TestFiles.full("iinf", 0, TestFiles.shorts(0)))),
                        false))
                .isInstanceOf(UnreadableStructure.class);
    }

    /** Damage anywhere: a file is refused as unreadable, or copied, and never fails otherwise or grows. */
    @Property(tries = 2000)
    void damage_is_refused_or_does_no_harm(
            @ForAll("kinds") String kind, @ForAll("damage") byte[] damage, @ForAll boolean keepsPlace)
            throws IOException {
        byte[] file = damaged(file(kind), damage);
        try {
            byte[] cleared = cleared(kind, file, keepsPlace);
            assertThat(cleared.length).isLessThanOrEqualTo(file.length + 2);
        } catch (UnreadableStructure refused) {
            assertThat(refused).hasMessageNotContaining(DEVICE);
        }
    }

    @Property
    void exif_of_any_bytes_gives_at_most_what_was_there(@ForAll("damage") byte[] damage, @ForAll boolean keepsPlace) {
        byte[] exif = damaged(TestFiles.exif(ByteOrder.LITTLE_ENDIAN), damage);

        Optional<byte[]> reduced = Exif.reduced(exif, keepsPlace);

        reduced.ifPresent(kept -> {
            assertThat(kept.length).isLessThan(700);
            assertThat(Exif.reduced(kept, keepsPlace))
                    .hasValueSatisfying(again -> assertThat(again).isEqualTo(kept));
        });
    }

    private static byte[] file(String kind) {
        return switch (kind) {
            case "jpeg" -> TestFiles.jpeg();
            case "png" -> TestFiles.png();
            case "mp4" -> TestFiles.mp4().file();
            default -> TestFiles.heic();
        };
    }

    /** Each byte of the damage replaces one of the file, at a place that it tells itself. */
    private static byte[] damaged(byte[] file, byte[] damage) {
        byte[] result = file.clone();
        for (int i = 0; i + 2 < damage.length; i += 3) {
            int at = (((damage[i] & 0xFF) << 8) | (damage[i + 1] & 0xFF)) % file.length;
            result[at] = damage[i + 2];
        }
        return result;
    }

    @Provide
    static Arbitrary<String> kinds() {
        return Arbitraries.of("jpeg", "png", "mp4", "heic");
    }

    @Provide
    static Arbitrary<byte[]> damage() {
        return Arbitraries.bytes().array(byte[].class).ofMinSize(3).ofMaxSize(12);
    }
}
