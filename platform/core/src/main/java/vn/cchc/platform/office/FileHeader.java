package vn.cchc.platform.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/** What a file is by its first bytes; its name says nothing. */
public final class FileHeader {

    /** A local file header (APPNOTE.TXT 4.3.7). */
    private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};
    /** The end of the central directory (APPNOTE.TXT 4.3.16), first in a ZIP file without entries. */
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};

    private static final int ZIP_FLAGS_AT = 6;
    private static final int ZIP_ENCRYPTED = 1;

    /** A compound file (MS-CFB 2.2). */
    private static final byte[] COMPOUND_FILE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    /** The stream of a document with a password (MS-OFFCRYPTO 2.3.4.4). */
    private static final byte[] ENCRYPTED_STREAM = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    /** The stream of a document of Word 97 to 2003 (MS-DOC 2.1.1). */
    private static final byte[] WORD_STREAM = "WordDocument".getBytes(StandardCharsets.UTF_16LE);
    /** The stream of a workbook of Excel 97 to 2003 (MS-XLS 2.1.2), and of Excel 5 and 95. */
    private static final List<byte[]> WORKBOOK_STREAMS =
            List.of("Workbook".getBytes(StandardCharsets.UTF_16LE), "Book".getBytes(StandardCharsets.UTF_16LE));

    private static final int CHUNK = 1 << 16;

    private FileHeader() {}

    /**
     * Whether it is a ZIP file.
     *
     * @throws UnreadableFile for one with encryption or without entries, and for a file of Word or Excel that is no ZIP file
     */
    public static boolean isZip(Path file) throws IOException {
        Limit.FILE_BYTES.check(Files.size(file));
        byte[] header;
        try (InputStream in = Files.newInputStream(file)) {
            header = in.readNBytes(8);
        }
        if (startsWith(header, COMPOUND_FILE)) {
            throw new UnreadableFile(kindOfCompoundFile(file));
        }
        if (startsWith(header, ZIP_END)) {
            throw new UnreadableFile(Reason.UNKNOWN_FORMAT);
        }
        if (!startsWith(header, ZIP_ENTRY)) {
            return false;
        }
        if (header.length > ZIP_FLAGS_AT && (header[ZIP_FLAGS_AT] & ZIP_ENCRYPTED) != 0) {
            throw new UnreadableFile(Reason.ENCRYPTED);
        }
        return true;
    }

    private static boolean startsWith(byte[] header, byte[] magic) {
        return header.length >= magic.length && Arrays.equals(header, 0, magic.length, magic, 0, magic.length);
    }

    /** The names of its streams may stand anywhere in the file. */
    private static Reason kindOfCompoundFile(Path file) throws IOException {
        boolean word = false;
        boolean workbook = false;
        byte[] chunk = new byte[CHUNK];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            while ((read = in.read(chunk, kept, CHUNK - kept)) > 0) {
                int length = kept + read;
                if (contains(chunk, length, ENCRYPTED_STREAM)) {
                    return Reason.ENCRYPTED;
                }
                word = word || contains(chunk, length, WORD_STREAM);
                for (byte[] stream : WORKBOOK_STREAMS) {
                    workbook = workbook || contains(chunk, length, stream);
                }
                kept = Math.min(length, ENCRYPTED_STREAM.length - 1);
                System.arraycopy(chunk, length - kept, chunk, 0, kept);
            }
        }
        if (word) {
            return Reason.OLD_WORD_FORMAT;
        }
        return workbook ? Reason.OLD_EXCEL_FORMAT : Reason.UNKNOWN_FORMAT;
    }

    private static boolean contains(byte[] bytes, int length, byte[] name) {
        for (int from = 0; from + name.length <= length; from++) {
            if (bytes[from] == name[0] && Arrays.equals(bytes, from, from + name.length, name, 0, name.length)) {
                return true;
            }
        }
        return false;
    }
}
