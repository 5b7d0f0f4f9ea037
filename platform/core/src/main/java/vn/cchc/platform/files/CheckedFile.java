package vn.cchc.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tika.Tika;
import org.apache.tika.metadata.Metadata;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/**
 * A file whose content is of a type that is taken, and of the one that its sender says, if any is said.
 *
 * @param name      without any path
 * @param mediaType as found in the content, by its registered name
 * @param content   where it lies as long as the request lasts; it is never whole in memory
 * @param size      in bytes
 * @param sha256    of the content, lower-case hexadecimal
 */
public record CheckedFile(String name, String mediaType, Path content, long size, String sha256) {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 200;

    private static final Tika TIKA = new Tika();

    /**
     * What one reading of the whole content tells.
     *
     * @param parted those of the types looked for whose part it has
     */
    private record Reading(String detected, Set<FileType> parted, String sha256) {

        /** As much as the detector looks at, in bytes. */
        private static final int BLOCK = 64 * 1024;

        static Reading of(Path content, Set<FileType> lookedFor) throws IOException {
            MessageDigest digest = newSha256();
            Set<FileType> unseen = EnumSet.noneOf(FileType.class);
            lookedFor.stream().filter(FileType::isToldByPart).forEach(unseen::add);
            Set<FileType> parted = EnumSet.noneOf(FileType.class);
            // A block begins with the end of the one before, so that no name is cut in two.
            int overlap = Math.max(0, longestPart(unseen) - 1);
            byte[] block = new byte[overlap + BLOCK];
            String detected = "";
            int kept = 0;
            try (InputStream in = Files.newInputStream(content)) {
                for (int read = in.readNBytes(block, 0, BLOCK); read > 0; read = in.readNBytes(block, kept, BLOCK)) {
                    if (detected.isEmpty()) {
                        detected = detect(block, read);
                    }
                    digest.update(block, kept, read);
                    int length = kept + read;
                    unseen.stream().filter(type -> type.hasPart(block, length)).forEach(parted::add);
                    unseen.removeAll(parted);
                    kept = Math.min(overlap, length);
                    System.arraycopy(block, length - kept, block, 0, kept);
                }
            }
            return new Reading(detected, parted, HexFormat.of().formatHex(digest.digest()));
        }

        private static int longestPart(Set<FileType> types) {
            return types.stream().mapToInt(FileType::partLength).max().orElse(0);
        }

        boolean fits(FileType type) {
            return type.mayBeDetectedAs(detected) && (!type.isToldByPart() || parted.contains(type));
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
     * @param declared the media type that the sender says, with or without parameters, or null. What Windows and phones call a
     *     type counts as its name; what says nothing ({@code application/octet-stream}) leaves it to the content.
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
        Set<FileType> declaredTypes = declaredTypes(declared, taken);
        Reading reading = read(content, declaredTypes);
        FileType type = declaredTypes.stream()
                .filter(reading::fits)
                .min(Comparator.comparing(FileType::isToldByPart, Comparator.reverseOrder())
                        .thenComparing(fitting -> fitting.isNamedBy(name), Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow(() -> declaredTypes.containsAll(taken.types())
                        ? notTaken(taken)
                        : anotherType(declaredTypes, reading.detected()));
        return new CheckedFile(name, type.mediaType(), content, size, reading.sha256());
    }

    /** What it may be by what its sender says of it, and is taken. */
    private static Set<FileType> declaredTypes(String declared, TakenFiles taken) {
        String mediaType =
                declared == null ? "" : declared.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        Set<FileType> types = FileType.declaredAs(mediaType);
        types.retainAll(taken.types());
        if (types.isEmpty()) {
            throw notTaken(taken);
        }
        return types;
    }

    private static Problem notTaken(TakenFiles taken) {
        return Problem.unsupportedMediaType(
                BilingualText.of("Loại tệp không được nhận.", "Files of this type are not taken."),
                FieldFault.of(
                        "file",
                        "Chỉ nhận: " + mediaTypes(taken.types()) + ".",
                        "Taken are: " + mediaTypes(taken.types()) + "."));
    }

    private static Problem anotherType(Set<FileType> declared, String detected) {
        return Problem.unsupportedMediaType(
                BilingualText.of(
                        "Nội dung tệp không phải loại đã khai báo.",
                        "The content of the file is not of the type it says."),
                FieldFault.of(
                        "file",
                        "Khai báo " + mediaTypes(declared) + "; nội dung là " + detected + ".",
                        "Says " + mediaTypes(declared) + "; is " + detected + "."));
    }

    /** In the order of the alphabet. */
    private static String mediaTypes(Set<FileType> types) {
        return types.stream().map(FileType::mediaType).sorted().collect(Collectors.joining(", "));
    }

    /** Without a path, and without what shows nothing: a mark of direction (U+202E) would show another ending than it has. */
    private static String bareName(String fileName) {
        String name = fileName == null ? "" : fileName;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return VietnameseText.line(name);
    }

    private static long size(Path content) {
        try {
            return Files.size(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading read(Path content, Set<FileType> lookedFor) {
        try {
            return Reading.of(content, lookedFor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem invalid(String vi, String en) {
        return Problem.invalid("file", vi, en);
    }
}
