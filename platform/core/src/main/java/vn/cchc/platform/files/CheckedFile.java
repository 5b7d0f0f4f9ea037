package vn.cchc.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.tika.Tika;
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

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 200;

    private static final Tika TIKA = new Tika();

    /** What one reading of the whole content tells. */
    private record Reading(String detected, boolean hasPart, String sha256) {

        /** As much as the detector looks at, in bytes. */
        private static final int BLOCK = 64 * 1024;

        static Reading of(Path content, FileType type) throws IOException {
            MessageDigest digest = newSha256();
            // A block begins with the end of the one before, so that no name is cut in two.
            int overlap = Math.max(0, type.partLength() - 1);
            byte[] block = new byte[overlap + BLOCK];
            String detected = "";
            boolean hasPart = type.partLength() == 0;
            int kept = 0;
            try (InputStream in = Files.newInputStream(content)) {
                for (int read = in.readNBytes(block, 0, BLOCK); read > 0; read = in.readNBytes(block, kept, BLOCK)) {
                    if (detected.isEmpty()) {
                        detected = detect(block, read);
                    }
                    digest.update(block, kept, read);
                    int length = kept + read;
                    hasPart = hasPart || type.hasPart(block, length);
                    kept = Math.min(overlap, length);
                    System.arraycopy(block, length - kept, block, 0, kept);
                }
            }
            return new Reading(detected, hasPart, HexFormat.of().formatHex(digest.digest()));
        }

        /** By the content alone: a name proves nothing. */
        private static String detect(byte[] head, int length) throws IOException {
            return TIKA.getDetector()
                    .detect(new ByteArrayInputStream(head, 0, length), new Metadata())
                    .getBaseType()
                    .toString();
        }

        private static MessageDigest newSha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    /**
     * Looks into the content: one reading of the file tells its sum and its type.
     *
     * @param declared the media type that the sender says, with or without parameters
     * @throws Problem 413 when it is too large, 415 when the type is not taken or the content is of another, 422 when it is
     *     empty or has no name
     */
    public static CheckedFile of(String fileName, String declared, Path content, TakenFiles taken) {
        long size = size(content);
        if (taken.isTooLarge(size)) {
            int largest = taken.largestMegabytes();
            throw Problem.tooLarge(
                    BilingualText.of("Tệp lớn hơn " + largest + " MB.", "The file is larger than " + largest + " MB."),
                    FieldFault.of("file", "Tối đa " + largest + " MB.", "At most " + largest + " MB."));
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
        FileType type = type(declared, taken);
        Reading reading = read(content, type);
        if (!type.mayBeDetectedAs(reading.detected()) || !reading.hasPart()) {
            throw Problem.unsupportedMediaType(
                    BilingualText.of(
                            "Nội dung tệp không phải loại đã khai báo.",
                            "The content of the file is not of the type it says."),
                    FieldFault.of(
                            "file",
                            "Khai báo " + type.mediaType() + ", nội dung là " + reading.detected() + ".",
                            "Says " + type.mediaType() + ", is " + reading.detected() + "."));
        }
        return new CheckedFile(name, type.mediaType(), content, size, reading.sha256());
    }

    private static FileType type(String declared, TakenFiles taken) {
        String mediaType =
                declared == null ? "" : declared.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        return FileType.of(mediaType)
                .filter(taken.types()::contains)
                .orElseThrow(() -> Problem.unsupportedMediaType(
                        BilingualText.of("Loại tệp không được nhận.", "Files of this type are not taken."),
                        FieldFault.of(
                                "file",
                                "Chỉ nhận: " + taken.mediaTypes() + ".",
                                "Taken are: " + taken.mediaTypes() + ".")));
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

    private static Reading read(Path content, FileType type) {
        try {
            return Reading.of(content, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem invalid(String vi, String en) {
        return Problem.invalid("file", vi, en);
    }
}
