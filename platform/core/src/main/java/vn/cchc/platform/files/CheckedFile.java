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
 * An uploaded file whose detected media type is accepted and matches the declared one, if any.
 *
 * @param name      without any path
 * @param mediaType as detected from the content, by its registered name
 * @param content   the temporary file, which exists until the request ends; never loaded into memory as a whole
 * @param size      in bytes
 * @param sha256    of the content, lower-case hexadecimal
 */
public record CheckedFile(String name, String mediaType, Path content, long size, String sha256) {

    /** Maximum length of a name in characters. */
    public static final int LONGEST_NAME = 200;

    private static final Tika TIKA = new Tika();

    /**
     * Result of one pass over the content.
     *
     * @param detected the media type that the detector finds from the first block
     * @param parted those of the types looked for whose container entry was found
     * @param sha256 of the whole content
     */
    private record Reading(String detected, Set<FileType> parted, String sha256) {

        /** Block size in bytes; the detector sees the first block only. */
        private static final int BLOCK = 64 * 1024;

        static Reading of(Path content, Set<FileType> lookedFor) throws IOException {
            MessageDigest digest = newSha256();
            Set<FileType> unseen = EnumSet.noneOf(FileType.class);
            lookedFor.stream().filter(FileType::isToldByPart).forEach(unseen::add);
            Set<FileType> parted = EnumSet.noneOf(FileType.class);
            // Blocks overlap, so that an entry name across a block boundary is found.
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

        /** Detects by content alone: the file name is no evidence. */
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
     * Computes the SHA-256 and detects the type in one pass over the file.
     *
     * @param declared the declared media type, with or without parameters, or null. Vendor aliases (Windows, phones) are
     *     accepted; a generic type ({@code application/octet-stream}) counts as undeclared, so the content decides.
     * @throws Problem 413 when it is too large, 415 when the type is not accepted or the content is of another, 422 when
     *     it is empty, or its name is empty or longer than {@value #LONGEST_NAME} characters
     */
    public static CheckedFile of(String fileName, String declared, Path content, TakenFiles taken) {
        long size = size(content);
        String name = announced(fileName, declared, size, taken);
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

    /**
     * Checks what a sender says of a file before any of it has come.
     *
     * @param declared as in {@link #of}
     * @return the name without any path
     * @throws Problem as {@link #of}, as far as name, size and declared type tell
     */
    public static String announced(String fileName, String declared, long size, TakenFiles taken) {
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
        declaredTypes(declared, taken);
        return name;
    }

    /**
     * Refuses a file by its beginning, so that a sender on a slow line learns early. A container may still turn out to be
     * none of the accepted types: only the whole shows.
     *
     * @param head at least a few hundred bytes, unless the file is shorter
     * @throws Problem 415 when no accepted type begins like that
     */
    public static void requireHead(byte[] head, String declared, TakenFiles taken) {
        Set<FileType> types = declaredTypes(declared, taken);
        String detected;
        try {
            detected = Reading.detect(head, head.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (types.stream().noneMatch(type -> type.mayBeDetectedAs(detected))) {
            throw types.containsAll(taken.types()) ? notTaken(taken) : anotherType(types, detected);
        }
    }

    /** The accepted types that are compatible with the declared media type; never empty. */
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

    /** In alphabetical order. */
    private static String mediaTypes(Set<FileType> types) {
        return types.stream().map(FileType::mediaType).sorted().collect(Collectors.joining(", "));
    }

    /**
     * Without path and invisible characters: a bidirectional control character (U+202E) could disguise the file
     * extension.
     */
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
