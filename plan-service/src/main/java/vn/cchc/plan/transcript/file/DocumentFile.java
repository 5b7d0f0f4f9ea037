package vn.cchc.plan.transcript.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.plan.transcript.word.WordFile;
import vn.cchc.platform.office.FileHeader;
import vn.cchc.platform.office.OfficePackage;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.separated.TextFile;
import vn.cchc.platform.workbook.Workbook;

/** Reads a file by its content: neither its name nor the media type it was sent with say what it is. */
public final class DocumentFile {

    private DocumentFile() {}

    /** @throws UnreadableFile for a file that is not read */
    public static PrintedDocument read(Path file) {
        if (!isZip(file)) {
            return TextFile.read(file, DocumentTranscriber.TABLES);
        }
        try (OfficePackage parts = OfficePackage.open(file)) {
            return switch (parts.kind()) {
                case WORD_DOCUMENT -> WordFile.read(parts);
                case WORKBOOK -> Workbook.read(parts);
            };
        }
    }

    private static boolean isZip(Path file) {
        try {
            return FileHeader.isZip(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
