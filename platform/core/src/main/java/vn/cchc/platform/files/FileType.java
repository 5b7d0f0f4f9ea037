package vn.cchc.platform.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Types of uploaded files and how their content is recognised. Office formats share a container format and are told apart
 * by the name of the entry that holds the document; entry names are stored uncompressed in the container.
 */
public enum FileType {
    PDF("application/pdf", Set.of("application/x-pdf"), Set.of("application/pdf")),
    JPEG("image/jpeg", Set.of("image/jpg", "image/pjpeg"), Set.of("image/jpeg")),
    PNG("image/png", Set.of("image/x-png"), Set.of("image/png")),
    TEXT("text/plain", Set.of(), Set.of("text/plain")),
    // Windows declares the type of the program that opens it.
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
            "xl/workbook"),
    HEIC(
            "image/heic",
            Set.of("image/heif", "image/heic-sequence", "image/heif-sequence"),
            Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence")),
    MP3("audio/mpeg", Set.of("audio/mp3", "audio/x-mp3", "audio/mpeg3", "audio/x-mpeg"), Set.of("audio/mpeg")),
    // The detector takes each container for QuickTime of which it does not know the brand, such as isom, which most
    // phones write;
    // the structure is the same.
    MP4(
            "video/mp4",
            Set.of("application/mp4", "video/x-m4v", "video/quicktime"),
            Set.of("video/mp4", "application/mp4", "video/x-m4v", "video/quicktime"));

    private static final class Container {
        static final Set<String> OOXML = Set.of("application/zip", "application/x-tika-ooxml");
        static final Set<String> OLE2 = Set.of("application/x-tika-msoffice");
    }

    /** Generic types, sent by programs that do not know the type; treated as undeclared. */
    private static final Set<String> SAYING_NOTHING = Set.of(
            "",
            "application/octet-stream",
            "binary/octet-stream",
            "application/force-download",
            "application/x-download");

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // from Set.of, and never exposed
    private final Set<String> otherNames;

    @SuppressWarnings("ImmutableEnumChecker") // from Set.of, and never exposed
    private final Set<String> detected;

    @SuppressWarnings("ImmutableEnumChecker") // never modified or exposed
    private final byte[] part;

    FileType(String mediaType, Set<String> otherNames, Set<String> detected) {
        this(mediaType, otherNames, detected, US_ASCII, "");
    }

    /**
     * @param mediaType  as registered (IANA)
     * @param otherNames aliases sent by Windows and phones
     * @param detected   types that the detector may report for it
     * @param charset    encoding of the entry name in the container
     * @param part       name of the container entry that must be found; empty where the detected type suffices
     */
    FileType(String mediaType, Set<String> otherNames, Set<String> detected, Charset charset, String part) {
        this.mediaType = mediaType;
        this.otherNames = otherNames;
        this.detected = detected;
        this.part = part.getBytes(charset);
    }

    /** The types compatible with a declared media type: all for a generic type, none for an unknown one. */
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

    /** Whether the type is identified by an entry of its container. */
    boolean isToldByPart() {
        return part.length > 0;
    }

    /** Length of the entry name in bytes; 0 where the type is not identified by an entry. */
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

    /** Whether the file name has the extension of this type: plain text and CSV have no other difference. */
    boolean isNamedBy(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith("." + name().toLowerCase(Locale.ROOT));
    }
}
