package vn.cchc.reporting.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An administrative document as its parts, before any layout. Every output (HTML preview, PDF) is made from it, so that
 * no two of them can say different things. The parts and their order are those of Decree 30/2020/NĐ-CP, Appendix I.
 *
 * @param addressee whom the document is for ("Kính gửi"); reports to a superior have one (Appendix I, part I, II.9)
 * @param conclusion the last paragraph, which stays on the page of the signature
 * @param draft whether it is marked as a draft: it has neither number nor date yet
 * @param edition 1 for the first issue; a corrected issue says which it is
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

    /**
     * @param superior the authority above, as it is abbreviated in a letterhead, in capitals
     * @param authority the issuing authority in capitals, one line per element
     * @param issuer the issuing authority as running text
     * @param number the running number of the year; empty in a draft
     * @param symbol type and issuer, e.g. {@code BC-UBND}
     * @param signedOn the day of signature; empty in a draft
     * @param year the year shown while there is no day of signature
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

        /** "05/BC-UBND": numbers below ten carry a leading zero; a draft leaves room for the pen. */
        public String numberAndSymbol() {
            return number.map(n -> n < 10 ? "0" + n : String.valueOf(n)).orElse("\u2026\u2026") + "/" + symbol;
        }

        /** "Thượng Lộ, ngày 26 tháng 02 năm 2021". */
        public String placeAndDate() {
            return place + ", " + date();
        }

        /** "ngày 26 tháng 02 năm 2021": days below ten and the months 1 and 2 carry a leading zero (II.4). */
        public String date() {
            return signedOn.map(PrintedForms::inWords).orElse("ngày \u2026 tháng \u2026 năm " + year);
        }
    }

    /**
     * @param kind the type of document in capitals, e.g. {@code BÁO CÁO}
     * @param subject what it is about, one sentence without a full stop
     */
    public record Title(String kind, String subject) {}

    /**
     * @param onBehalf e.g. {@code TM. ỦY BAN NHÂN DÂN}
     * @param office e.g. {@code CHỦ TỊCH}
     * @param name who signs; empty where the name is put by hand
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
    }

    /** A part of the running text. */
    public sealed interface Block permits Heading, Paragraph, Table {

        /** What the template branches on. */
        String kind();
    }

    /**
     * @param level 1 for "I.", 2 for "1."
     * @param label the number with its full stop
     */
    public record Heading(int level, String label, String text) implements Block {

        @Override
        public String kind() {
            return "heading";
        }
    }

    public record Paragraph(String text) implements Block {

        @Override
        public String kind() {
            return "paragraph";
        }

        /** Whether it leads to what follows, and so stays on the same page with it. */
        public boolean isLead() {
            return text.endsWith(":");
        }
    }

    /**
     * A table; its heading row is repeated on every page it runs over.
     *
     * @param caption shown above; empty when the surrounding title says it already
     */
    public record Table(Optional<String> caption, List<Column> columns, List<Row> rows) implements Block {

        private static final int LONGEST_UNSPLIT = 8;

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "table";
        }

        /** A table of a few rows is moved to the next page rather than split. */
        public boolean isShort() {
            return rows.size() <= LONGEST_UNSPLIT;
        }

        /** Rows that stay on one page: each row alone, but a heading within the table with what it heads. */
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

        /** The style of a cell by the position of its column. */
        public String alignment(int column) {
            return columns.get(column).alignment().name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param width share of the table's width in percent */
    public record Column(String heading, int width, Alignment alignment) {}

    /**
     * @param cells one per column; of a group the first two, of which the second runs over the remaining columns
     * @param group a heading within the table, set in bold
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
