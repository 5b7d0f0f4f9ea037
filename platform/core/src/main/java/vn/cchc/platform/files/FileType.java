package vn.cchc.platform.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Types of files that people hand in, and what the content of each looks like. Office formats share a container; the name of the
 * part that holds the document tells them apart, and stands in the container as it is, never compressed.
 */
public enum FileType {
    PDF("application/pdf", "application/pdf"),
    JPEG("image/jpeg", "image/jpeg"),
    PNG("image/png", "image/png"),
    TEXT("text/plain", "text/plain"),
    CSV("text/csv", "text/plain", "text/csv"),
    ZIP("application/zip", "application/zip"),
    DOC("application/msword", Container.OLE2, UTF_16LE, "WordDocument"),
    XLS("application/vnd.ms-excel", Container.OLE2, UTF_16LE, "Workbook"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Container.OOXML,
            US_ASCII,
            "word/document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Container.OOXML, US_ASCII, "xl/workbook");

    private static final class Container {
        static final Set<String> OOXML = Set.of("application/zip", "application/x-tika-ooxml");
        static final Set<String> OLE2 = Set.of("application/x-tika-msoffice");
    }

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, and told to nobody
    private final Set<String> detected;

    @SuppressWarnings("ImmutableEnumChecker") // changed by nobody
    private final byte[] part;

    FileType(String mediaType, String... detected) {
        this(mediaType, Set.of(detected), US_ASCII, "");
    }

    /**
     * @param detected what the detector may call it
     * @param part     the name that must be in it; empty where the container tells all
     */
    FileType(String mediaType, Set<String> detected, Charset charset, String part) {
        this.mediaType = mediaType;
        this.detected = detected;
        this.part = part.getBytes(charset);
    }

    static Optional<FileType> of(String mediaType) {
        return Stream.of(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findAny();
    }

    public String mediaType() {
        return mediaType;
    }

    boolean mayBeDetectedAs(String found) {
        return detected.contains(found);
    }

    /** In bytes; 0 where no part tells the type. */
    int partLength() {
        return part.length;
    }

    boolean hasPart(byte[] bytes, int length) {
        for (int at = 0; at + part.length <= length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
