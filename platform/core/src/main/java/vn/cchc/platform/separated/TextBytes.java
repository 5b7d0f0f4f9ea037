package vn.cchc.platform.separated;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;
import vn.cchc.platform.text.VietnameseText;

/**
 * The characters of a text file: UTF-8, or UTF-16 with a byte order mark. Old encodings of Vietnamese (Windows-1258, TCVN3, VNI) cannot
 * be told from each other with certainty, and are refused.
 */
final class TextBytes {

    /** What files of other kinds begin with. */
    private static final Set<String> OTHERS = Set.of("%pdf-", "{\\rtf", "<");

    /** Bytes or characters at the beginning that tell what a file is. */
    private static final int SAMPLE = 200;

    private TextBytes() {}

    /**
     * Reads no more characters than {@link Limit#CHARACTERS}, whatever the file holds: its bytes are decoded as they come.
     *
     * @throws UnreadableFile for what is no text, in another encoding, or longer
     */
    static String read(Path file) throws IOException {
        long size = Files.size(file);
        Limit.FILE_BYTES.check(size);
        String text = decoded(file, size);
        String begin =
                text.substring(0, Math.min(text.length(), SAMPLE)).strip().toLowerCase(Locale.ROOT);
        if (OTHERS.stream().anyMatch(begin::startsWith) || hasControls(text) || VietnameseText.isInvisible(text)) {
            throw new UnreadableFile(Reason.UNKNOWN_FORMAT);
        }
        return text;
    }

    private static String decoded(Path file, long size) throws IOException {
        byte[] begin = begin(file);
        int first = begin.length < 2 ? 0 : (begin[0] & 0xFF) << 8 | (begin[1] & 0xFF);
        boolean utf8 = first == 0xEFBB && begin.length > 2 && (begin[2] & 0xFF) == 0xBF;
        Charset charset = StandardCharsets.UTF_8;
        int mark = utf8 ? 3 : 0;
        if (first == 0xFEFF || first == 0xFFFE) {
            charset = first == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (isUnmarkedUtf16(begin)) {
            throw new UnreadableFile(Reason.UNKNOWN_ENCODING);
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            bytes.skipNBytes(mark);
            return characters(new InputStreamReader(bytes, charset.newDecoder()), size);
        } catch (CharacterCodingException e) {
            throw new UnreadableFile(isBinary(begin) ? Reason.UNKNOWN_FORMAT : Reason.UNKNOWN_ENCODING, e);
        }
    }

    private static byte[] begin(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(SAMPLE * SAMPLE);
        }
    }

    /** No encoding has more characters than bytes. */
    private static String characters(Reader reader, long bytes) throws IOException {
        char[] text = new char[(int) Math.min(bytes, Limit.CHARACTERS.most()) + 1];
        int length = 0;
        int read = reader.read(text, length, text.length - length);
        while (read > 0) {
            length += read;
            Limit.CHARACTERS.check(length);
            read = reader.read(text, length, text.length - length);
        }
        return new String(text, 0, length);
    }

    /** Whether many bytes are zero, and all of these at even places, or at odd ones. */
    private static boolean isUnmarkedUtf16(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE);
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        return Math.min(zeros[0], zeros[1]) == 0 && 4 * Math.max(zeros[0], zeros[1]) > length;
    }

    /** Whether it has bytes that no encoding of text has. */
    private static boolean isBinary(byte[] begin) {
        for (byte each : begin) {
            if (isControl(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(TextBytes::isControl);
    }

    /** Of a line or page they are text; the last one ended files of DOS. */
    private static boolean isControl(int character) {
        return character >= 0 && character < ' ' && "\t\n\u000B\f\r\u001A".indexOf(character) < 0;
    }
}
