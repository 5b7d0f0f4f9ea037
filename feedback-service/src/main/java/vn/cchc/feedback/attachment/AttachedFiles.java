package vn.cchc.feedback.attachment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.platform.files.FilePlace;
import vn.cchc.platform.files.FileType;
import vn.cchc.platform.files.TakenFiles;
import vn.cchc.platform.http.MaxBody;

/** The files that a feedback may have. */
public final class AttachedFiles {

    /** Maximum number of files of one feedback, its supplements included. */
    public static final int MOST = 10;

    static final int LARGEST_MEGABYTES = 20;

    /** Maximum size of a file in bytes. */
    static final long LARGEST = LARGEST_MEGABYTES * 1024L * 1024;

    /** Maximum size in bytes of a form with as many files as a feedback may have, and what else is entered. */
    public static final int LONGEST_FORM = (MOST * LARGEST_MEGABYTES + 1) * MaxBody.MB;

    static final TakenFiles TAKEN = new TakenFiles(
            LARGEST_MEGABYTES,
            EnumSet.of(
                    FileType.PDF,
                    FileType.JPEG,
                    FileType.PNG,
                    FileType.HEIC,
                    FileType.DOC,
                    FileType.DOCX,
                    FileType.XLS,
                    FileType.XLSX,
                    FileType.MP3,
                    FileType.MP4));

    /** The types as the attribute {@code accept} of a file field (HTML, 4.10.5.1.17): media types, and extensions for devices without one. */
    public static final String ACCEPTED = TAKEN.types().stream()
            .flatMap(type -> Stream.of(type.mediaType(), "." + type.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(","));

    static final FilePlace CONTENTS = FilePlace.of("attachment_content", "content", "attachment_id");

    private AttachedFiles() {}
}
