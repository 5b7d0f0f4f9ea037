package vn.cchc.feedback.register.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The cells of a register, read in one transaction and laid out after it. Compressed: a year of ten thousand cases holds a few
 * megabytes, and nothing of it is on a disk.
 */
final class PrintedLines {

    private static final int COLUMNS = RegisterColumn.values().length;

    private final byte[] compressed;
    private final int count;
    private final String digest;

    private PrintedLines(byte[] compressed, int count, String digest) {
        this.compressed = compressed;
        this.count = count;
        this.digest = digest;
    }

    int count() {
        return count;
    }

    /** SHA-256 of all cells. */
    String digest() {
        return digest;
    }

    /** Each line, with a cell for each {@link RegisterColumn}. */
    void each(Consumer<List<RegisterCell>> to) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(compressed)))) {
            for (int line = 0; line < count; line++) {
                List<RegisterCell> cells = new ArrayList<>(COLUMNS);
                for (int column = 0; column < COLUMNS; column++) {
                    cells.add(read(in));
                }
                to.accept(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the lines one by one. */
    static final class Writer {

        private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        private final MessageDigest digest = sha256();
        private final DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(new DeflaterOutputStream(compressed), digest));
        private int count;

        void add(List<RegisterCell> cells) {
            try {
                for (RegisterCell cell : cells) {
                    write(cell, out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            count++;
        }

        int count() {
            return count;
        }

        PrintedLines end() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new PrintedLines(
                    compressed.toByteArray(), count, HexFormat.of().formatHex(digest.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256", e);
            }
        }
    }

    private static void write(RegisterCell cell, DataOutputStream out) throws IOException {
        if (cell instanceof RegisterCell.Figure number) {
            out.writeByte('n');
            out.writeInt(number.value());
        } else if (cell instanceof RegisterCell.Day day) {
            out.writeByte('d');
            out.writeLong(day.value().toEpochDay());
        } else if (cell instanceof RegisterCell.Moment moment) {
            out.writeByte('m');
            out.writeLong(moment.value().toEpochSecond(ZoneOffset.UTC));
        } else if (cell instanceof RegisterCell.Text text) {
            byte[] content = text.printed().getBytes(StandardCharsets.UTF_8);
            out.writeByte('t');
            out.writeInt(content.length);
            out.write(content);
        }
    }

    private static RegisterCell read(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case 'n' -> new RegisterCell.Figure(in.readInt());
            case 'd' -> new RegisterCell.Day(LocalDate.ofEpochDay(in.readLong()));
            case 'm' -> new RegisterCell.Moment(LocalDateTime.ofEpochSecond(in.readLong(), 0, ZoneOffset.UTC));
            case 't' -> new RegisterCell.Text(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            default -> throw new IOException("No kind of cell: " + kind);
        };
    }
}
