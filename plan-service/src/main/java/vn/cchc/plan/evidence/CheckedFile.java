package vn.cchc.plan.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/**
 * A file whose content is of the type it says.
 *
 * @param name      without any path
 * @param mediaType as declared, and found in the content
 * @param content   where it lies as long as the request lasts; it is never whole in memory
 * @param size      in bytes
 * @param sha256    of the content, lower-case hexadecimal
 */
public record CheckedFile(String name, String mediaType, Path content, long size, String sha256) {

    /** The largest file, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 200;

    private static final Set<String> OOXML = Set.of("application/zip", "application/x-tika-ooxml");
    private static final Set<String> OLE2 = Set.of("application/x-tika-msoffice");

    /** What is taken, and what the content of each must look like. */
    private static final Map<String, Look> TAKEN = Map.of(
            "application/pdf", new Look(Set.of("application/pdf")),
            "image/jpeg", new Look(Set.of("image/jpeg")),
            "image/png", new Look(Set.of("image/png")),
            "text/plain", new Look(Set.of("text/plain")),
            "text/csv", new Look(Set.of("text/plain", "text/csv")),
            "application/zip", new Look(Set.of("application/zip")),
            "application/msword", new Look(OLE2, UTF_16LE, "WordDocument"),
            "application/vnd.ms-excel", new Look(OLE2, UTF_16LE, "Workbook"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    new Look(OOXML, US_ASCII, "word/document"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    new Look(OOXML, US_ASCII, "xl/workbook"));

    /**
     * How the content of a type looks. Office formats share a container; the name of the part that holds the document tells
     * them apart, and stands in the container as it is, never compressed.
     *
     * @param detected what the detector may call it
     * @param part     the name that must be in it; empty where the container tells all
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Look(Set<String> detected, byte[] part) {

        Look(Set<String> detected) {
            this(detected, new byte[0]);
        }

        Look(Set<String> detected, Charset charset, String part) {
            this(detected, part.getBytes(charset));
        }

        private boolean hasPart(byte[] bytes, int length) {
            for (int at = 0; at + part.length <= length; at++) {
                if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** What one reading of the whole content tells. */
    private record Reading(boolean hasPart, String sha256) {

        private static final int BLOCK = 64 * 1024;

        static Reading of(Path content, Look look) throws IOException {
            MessageDigest digest = newSha256();
            // A block begins with the end of the one before, so that no name is cut in two.
            int overlap = Math.max(0, look.part().length - 1);
            byte[] block = new byte[overlap + BLOCK];
            boolean hasPart = look.part().length == 0;
            int kept = 0;
            try (InputStream in = Files.newInputStream(content)) {
                for (int read = in.read(block, kept, BLOCK); read >= 0; read = in.read(block, kept, BLOCK)) {
                    digest.update(block, kept, read);
                    int length = kept + read;
                    hasPart = hasPart || look.hasPart(block, length);
                    kept = Math.min(overlap, length);
                    System.arraycopy(block, length - kept, block, 0, kept);
                }
            }
            return new Reading(hasPart, HexFormat.of().formatHex(digest.digest()));
        }

        private static MessageDigest newSha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    private static final Tika TIKA = new Tika();

    /**
     * Looks into the content.
     *
     * @param declared the media type that the sender says, with or without parameters
     * @throws Problem 413 when it is too large, 415 when the type is not taken or the content is of another, 422 when it is
     *     empty or has no name
     */
    public static CheckedFile of(String fileName, String declared, Path content) {
        long size = size(content);
        if (size > LARGEST) {
            throw tooLarge();
        }
        if (size == 0) {
            throw invalid("Tệp rỗng.", "The file is empty.");
        }
        String name = bareName(fileName);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw invalid(
                    "Tên tệp phải có từ 1 đến " + LONGEST_NAME + " ký tự.",
                    "The file name must have 1 to " + LONGEST_NAME + " characters.");
        }
        String type =
                declared == null ? "" : declared.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        Look look = TAKEN.get(type);
        if (look == null) {
            throw Problem.unsupportedMediaType(
                    BilingualText.of("Loại tệp không được nhận.", "Files of this type are not taken."),
                    FieldFault.of("file", "Chỉ nhận: " + taken() + ".", "Taken are: " + taken() + "."));
        }
        String found = detect(content);
        Reading reading = read(content, look);
        if (!look.detected().contains(found) || !reading.hasPart()) {
            throw Problem.unsupportedMediaType(
                    BilingualText.of(
                            "Nội dung tệp không phải loại đã khai báo.",
                            "The content of the file is not of the type it says."),
                    FieldFault.of(
                            "file",
                            "Khai báo " + type + ", nội dung là " + found + ".",
                            "Says " + type + ", is " + found + "."));
        }
        return new CheckedFile(name, type, content, size, reading.sha256());
    }

    private static Problem tooLarge() {
        return Problem.tooLarge(
                BilingualText.of("Tệp lớn hơn 10 MB.", "The file is larger than 10 MB."),
                FieldFault.of("file", "Tối đa 10 MB.", "At most 10 MB."));
    }

    private static String taken() {
        return String.join(", ", TAKEN.keySet().stream().sorted().toList());
    }

    /** By the content alone: a name proves nothing. */
    private static String detect(Path content) {
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            return TIKA.getDetector()
                    .detect(stream, new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bareName(String fileName) {
        String name = fileName == null ? "" : VietnameseText.nfc(fileName);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return name.replaceAll("\\p{Cntrl}", "").strip();
    }

    private static long size(Path content) {
        try {
            return Files.size(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading read(Path content, Look look) {
        try {
            return Reading.of(content, look);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem invalid(String vi, String en) {
        return Problem.invalid("file", vi, en);
    }
}
