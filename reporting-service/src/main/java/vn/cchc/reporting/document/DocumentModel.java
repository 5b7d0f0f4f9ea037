package vn.cchc.reporting.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Layout-independent model of an administrative document. HTML preview and PDF are both rendered from it, so that their
 * contents cannot differ. Parts and their order follow Decree 30/2020/NĐ-CP, Appendix I.
 *
 * @param addressee the recipient ("Kính gửi"), required for reports to a superior (Appendix I, part I, II.9)
 * @param conclusion last paragraph, kept on the page of the signature
 * @param draft whether it is marked as a draft, without number and date
 * @param edition 1 for the first issue; a corrected issue states its number
 */
public record DocumentModel(
        Letterhead letterhead,
        Title title,
        Optional<String> addressee,
        List<Block> body,
        String conclusion,
        List<String> recipients,
        Signature signature,
        List<Appendix> appendices,
        boolean draft,
        int edition) {

    public DocumentModel {
        body = List.copyOf(body);
        recipients = List.copyOf(recipients);
        appendices = List.copyOf(appendices);
    }

    /** Every text of the document, as it is printed. */
    Stream<String> texts() {
        return Stream.of(
                        letterhead.texts(),
                        Stream.of(title.kind(), title.subject(), conclusion),
                        addressee.stream(),
                        recipients.stream(),
                        Stream.of(signature.onBehalf(), signature.office()),
                        signature.name().stream(),
                        body.stream().flatMap(Block::texts),
                        appendices.stream().flatMap(Appendix::texts))
                .flatMap(Function.identity());
    }

    /**
     * @param superior the authority above, abbreviated, in capitals
     * @param authority the issuing authority in capitals, one line per element
     * @param issuer the issuing authority as running text
     * @param number the running number of the year; empty in a draft
     * @param symbol type and issuer, e.g. {@code BC-UBND}
     * @param signedOn day of signature; empty in a draft
     * @param year printed when there is no day of signature
     */
    public record Letterhead(
            Optional<String> superior,
            List<String> authority,
            String issuer,
            Optional<Integer> number,
            String symbol,
            String place,
            Optional<LocalDate> signedOn,
            int year) {

        public Letterhead {
            authority = List.copyOf(authority);
        }

        private Stream<String> texts() {
            return Stream.concat(
                    Stream.concat(superior.stream(), authority.stream()), Stream.of(issuer, symbol, place));
        }

        /** "05/BC-UBND": numbers below ten have a leading zero; a draft has a blank for the number. */
        public String numberAndSymbol() {
            return number.map(n -> n < 10 ? "0" + n : String.valueOf(n)).orElse("\u2026\u2026") + "/" + symbol;
        }

        /** "Thượng Lộ, ngày 26 tháng 02 năm 2021". */
        public String placeAndDate() {
            return place + ", " + date();
        }

        /** "ngày 26 tháng 02 năm 2021": days below ten and the months 1 and 2 have a leading zero (II.4). */
        public String date() {
            return signedOn.map(PrintedForms::inWords).orElse("ngày \u2026 tháng \u2026 năm " + year);
        }
    }

    /**
     * @param kind type of document in capitals, e.g. {@code BÁO CÁO}
     * @param subject one sentence without a full stop
     */
    public record Title(String kind, String subject) {}

    /**
     * @param onBehalf e.g. {@code TM. ỦY BAN NHÂN DÂN}
     * @param office e.g. {@code CHỦ TỊCH}
     * @param name of the signer; empty if written by hand
     */
    public record Signature(String onBehalf, String office, Optional<String> name) {}

    /**
     * @param label e.g. {@code Phụ lục I}
     * @param title in capitals
     * @param landscape for wide tables
     */
    public record Appendix(String label, String title, boolean landscape, List<Block> blocks) {

        public Appendix {
            blocks = List.copyOf(blocks);
        }

        private Stream<String> texts() {
            return Stream.concat(Stream.of(label, title), blocks.stream().flatMap(Block::texts));
        }
    }

    /** A block of the body text. */
    public sealed interface Block permits Heading, Paragraph, Table {

        Stream<String> texts();
    }

    /**
     * @param level 1 for "I.", 2 for "1."
     * @param label the number with its full stop
     */
    public record Heading(int level, String label, String text) implements Block {

        @Override
        public Stream<String> texts() {
            return Stream.of(label, text);
        }
    }

    public record Paragraph(String text) implements Block {

        @Override
        public Stream<String> texts() {
            return Stream.of(text);
        }

        /** Whether it introduces the next block and must stay on the same page. */
        public boolean isLead() {
            return text.endsWith(":");
        }
    }

    /**
     * A table; its header row repeats on every page.
     *
     * @param caption shown above; empty if the surrounding title suffices
     */
    public record Table(Optional<String> caption, List<Column> columns, List<Row> rows) implements Block {

        private static final int LONGEST_UNSPLIT = 8;

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        @Override
        public Stream<String> texts() {
            return Stream.of(
                            caption.stream(),
                            columns.stream().map(Column::heading),
                            rows.stream().flatMap(row -> row.cells().stream()))
                    .flatMap(Function.identity());
        }

        /** Whether the table has few rows and is moved to the next page rather than split. */
        public boolean isShort() {
            return rows.size() <= LONGEST_UNSPLIT;
        }

        /** Groups of rows kept on one page: each row alone, a heading row with the row after it. */
        public List<List<Row>> kept() {
            List<List<Row>> kept = new ArrayList<>();
            List<Row> open = new ArrayList<>();
            for (Row row : rows) {
                open.add(row);
                if (!row.group()) {
                    kept.add(List.copyOf(open));
                    open.clear();
                }
            }
            if (!open.isEmpty()) {
                kept.add(List.copyOf(open));
            }
            return kept;
        }

        /** Alignment style of a cell by column index. */
        public String alignment(int column) {
            return columns.get(column).alignment().name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param width percentage of the table's width */
    public record Column(String heading, int width, Alignment alignment) {}

    /**
     * @param cells one per column; of a heading row only the first two, the second spanning the remaining columns
     * @param group a heading row within the table, set in bold
     */
    public record Row(List<String> cells, boolean group) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public enum Alignment {
        LEFT,
        CENTRE,
        RIGHT
    }
}
