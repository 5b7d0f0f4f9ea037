package vn.cchc.feedback.attachment;

import java.util.EnumSet;
import vn.cchc.platform.files.FilePlace;
import vn.cchc.platform.files.FileType;
import vn.cchc.platform.files.TakenFiles;

/** The files that a feedback may have. */
public final class AttachedFiles {

    /** Maximum number of files of one feedback, its supplements included. */
    public static final int MOST = 10;

    static final int LARGEST_MEGABYTES = 20;

    /** Maximum size of a file in bytes. */
    static final long LARGEST = LARGEST_MEGABYTES * 1024L * 1024;

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

    static final FilePlace CONTENTS = FilePlace.of("attachment_content", "content", "attachment_id");

    private AttachedFiles() {}
}
