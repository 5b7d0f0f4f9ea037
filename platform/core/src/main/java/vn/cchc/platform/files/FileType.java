package vn.cchc.platform.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Types of files that people hand in, and what the content of each looks like. Office formats share a container; the name of the
 * part that holds the document tells them apart, and stands in the container as it is, never compressed.
 */
public enum FileType {
    PDF("application/pdf", Set.of("application/x-pdf"), Set.of("application/pdf")),
    JPEG("image/jpeg", Set.of("image/jpg", "image/pjpeg"), Set.of("image/jpeg")),
    PNG("image/png", Set.of("image/x-png"), Set.of("image/png")),
    TEXT("text/plain", Set.of(), Set.of("text/plain")),
    // Windows calls it by the program that opens it.
    CSV(
            "text/csv",
            Set.of("application/vnd.ms-excel", "application/csv", "text/x-csv", "text/comma-separated-values"),
            Set.of("text/plain", "text/csv")),
    ZIP(
            "application/zip",
            Set.of("application/x-zip-compressed", "application/x-zip", "multipart/x-zip"),
            Set.of("application/zip")),
    DOC("application/msword", Set.of(), Container.OLE2, UTF_16LE, "WordDocument"),
    XLS("application/vnd.ms-excel", Set.of("application/x-msexcel"), Container.OLE2, UTF_16LE, "Workbook"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Set.of(),
            Container.OOXML,
            US_ASCII,
            "word/document"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Set.of(),
            Container.OOXML,
            US_ASCII,
            "xl/workbook");

    private static final class Container {
        static final Set<String> OOXML = Set.of("application/zip", "application/x-tika-ooxml");
        static final Set<String> OLE2 = Set.of("application/x-tika-msoffice");
    }

    /** Sent where the program of the sender does not know the type. */
    private static final Set<String> SAYING_NOTHING = Set.of(
            "",
            "application/octet-stream",
            "binary/octet-stream",
            "application/force-download",
            "application/x-download");

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, and told to nobody
    private final Set<String> otherNames;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, and told to nobody
    private final Set<String> detected;

    @SuppressWarnings("ImmutableEnumChecker") // changed by nobody
    private final byte[] part;

    FileType(String mediaType, Set<String> otherNames, Set<String> detected) {
        this(mediaType, otherNames, detected, US_ASCII, "");
    }

    /**
     * @param mediaType  as registered (IANA)
     * @param otherNames what Windows and phones send for it
     * @param detected   what the detector may call it
     * @param part       the name that must be in it; empty where the container tells all
     */
    FileType(String mediaType, Set<String> otherNames, Set<String> detected, Charset charset, String part) {
        this.mediaType = mediaType;
        this.otherNames = otherNames;
        this.detected = detected;
        this.part = part.getBytes(charset);
    }

    /** What a file may be of which a sender says this: all where it says nothing, none where it says what is not known. */
    static Set<FileType> declaredAs(String mediaType) {
        if (SAYING_NOTHING.contains(mediaType)) {
            return EnumSet.allOf(FileType.class);
        }
        Set<FileType> types = EnumSet.noneOf(FileType.class);
        for (FileType type : values()) {
            if (type.mediaType.equals(mediaType) || type.otherNames.contains(mediaType)) {
                types.add(type);
            }
        }
        return types;
    }

    public String mediaType() {
        return mediaType;
    }

    boolean mayBeDetectedAs(String found) {
        return detected.contains(found);
    }

    /** Whether a part of the container tells the type. */
    boolean isToldByPart() {
        return part.length > 0;
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

    /** By the name alone, where the content is text of either kind. */
    boolean isNamedBy(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith("." + name().toLowerCase(Locale.ROOT));
    }
}
