package vn.cchc.platform.separated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import vn.cchc.platform.office.FileHeader;
import vn.cchc.platform.office.OfficePackage;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.workbook.Workbook;

/** Reads a workbook of Excel, or a text with separators: neither its name nor the media type it was sent with say which it is. */
public final class TableFile {

    private TableFile() {}

    /**
     * The sheets of a workbook, or the rows of a text; prose where it has none.
     *
     * @throws UnreadableFile for a file that is not read, a document of Word among them
     * @throws UncheckedIOException where the file cannot be read from disk
     */
    public static PrintedDocument read(Path file, KnownTables tables) {
        if (!isZip(file)) {
            return TextFile.read(file, tables);
        }
        try (OfficePackage parts = OfficePackage.open(file)) {
            return switch (parts.kind()) {
                case WORD_DOCUMENT -> throw new UnreadableFile(UnreadableFile.Reason.UNKNOWN_FORMAT);
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
