package vn.cchc.plan.importing.annex;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.importing.annex.OtherColumns.OtherColumn;
import vn.cchc.platform.text.VietnameseText;

/**
 * The annex of a plan as it is printed: what stands above it, its columns and its rows. Both files are made of it, so that they
 * say the same.
 *
 * @param draft whether it is marked as a draft
 * @param body what stands before the annexes of a whole plan; empty for the annex alone
 * @param headings of each part
 * @param parts its rows; of a plan with several annexes, those of each
 * @param total grand total as printed, in đồng
 */
public record PrintedAnnex(
        PlanDocument.Header head,
        boolean draft,
        Optional<PrintedBody> body,
        List<Column> columns,
        List<Heading> headings,
        List<List<Line>> parts,
        Optional<Long> total) {

    static final String PEOPLES_COMMITTEE = "UBND";

    /** One of them is in each heading that a transcript takes for a time. */
    private static final List<String> TIME = List.of("thoi", "tien do", " han ", "hoan thanh");

    /** One of them is in each heading that a transcript takes for money. */
    private static final List<String> MONEY =
            List.of("kinh phi", "du toan", "so tien", "thanh tien", "muc chi", "ngan sach", "chi phi");

    public PrintedAnnex {
        columns = List.copyOf(columns);
        headings = List.copyOf(headings);
        parts = parts.stream().map(List::copyOf).toList();
    }

    /**
     * What stands above the table of an annex.
     *
     * @param label "PHỤ LỤC II"
     * @param title of the annex, if it has one of its own
     */
    public record Heading(String label, Optional<String> title) {}

    /** What the cells of a column are. */
    public enum Kind {
        CODE("TT", 15),
        TITLE("Nhiệm vụ cụ thể", 64),
        LEAD("Bộ phận chủ trì", 32),
        COORDINATING("Bộ phận phối hợp", 32),
        PRODUCTS("Sản phẩm kiểm chứng", 42),
        TIMING("Thời gian thực hiện", 38),
        AMOUNT("Kinh phí thực hiện (đồng)", 27),
        /** A column that has no other place. */
        OTHER("", 28),
        STATE("Tình trạng", 30);

        private final String heading;
        private final int width;

        Kind(String heading, int width) {
            this.heading = heading;
            this.width = width;
        }
    }

    /**
     * A column.
     *
     * @param width in millimetres, where all columns fit the page
     */
    public record Column(Kind kind, String heading, int width) {

        /** Whether it has figures, which must not be broken: its width is never less. */
        boolean isFixed() {
            return kind == Kind.CODE || kind == Kind.AMOUNT;
        }

        /**
         * Beside another column of money or time, the heading is one that a transcript takes before all others: of equals it takes
         * none.
         */
        static Column of(Kind kind, List<OtherColumn> others) {
            String heading =
                    switch (kind) {
                        case TIMING -> names(others, TIME) ? "Thời gian hoàn thành nhiệm vụ" : kind.heading;
                        case AMOUNT -> names(others, MONEY) ? "Tổng kinh phí thực hiện nhiệm vụ (đồng)" : kind.heading;
                        default -> kind.heading;
                    };
            return new Column(kind, heading, kind.width);
        }

        private static boolean names(List<OtherColumn> others, List<String> what) {
            return others.stream()
                    .filter(other -> other.heading() != null)
                    .map(other -> " " + VietnameseText.fold(other.heading()) + " ")
                    .anyMatch(heading -> what.stream().anyMatch(heading::contains));
        }
    }

    /**
     * A row.
     *
     * @param heading whether it groups the rows beneath it
     * @param cells one for each column
     */
    public record Line(boolean heading, List<Cell> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param paragraphs empty for an empty cell
     * @param amount in đồng, of a cell with money
     */
    public record Cell(List<String> paragraphs, Optional<Long> amount) {

        private static final Cell EMPTY = new Cell(List.of(), Optional.empty());

        static Cell of(String text) {
            return text == null ? EMPTY : new Cell(List.of(text), Optional.empty());
        }

        static Cell ofParagraphs(List<String> paragraphs) {
            return new Cell(List.copyOf(paragraphs), Optional.empty());
        }

        /** Several entries are told apart by a dash in front of each. */
        static Cell ofEntries(List<String> entries) {
            return ofParagraphs(
                    entries.size() < 2
                            ? entries
                            : entries.stream().map(entry -> "- " + entry).toList());
        }

        static Cell ofAmount(Long dong) {
            return dong == null ? EMPTY : new Cell(List.of(inFigures(dong)), Optional.of(dong));
        }

        boolean isEmpty() {
            return paragraphs.isEmpty();
        }
    }

    /** @param states words for the state of each task, by the order of its row; empty to leave that column out */
    public static PrintedAnnex of(PlanDocument document, boolean draft, Optional<Map<Integer, String>> states) {
        List<PlanDocument.Row> rows = document.annex();
        OtherColumns others = OtherColumns.of(rows);
        List<Column> columns = new ArrayList<>();
        for (Kind kind : printed(rows, others)) {
            columns.add(Column.of(kind, others.columns()));
        }
        others.columns()
                .forEach(other -> columns.add(
                        new Column(Kind.OTHER, other.heading() == null ? "" : other.heading(), Kind.OTHER.width)));
        states.ifPresent(words -> columns.add(Column.of(Kind.STATE, others.columns())));
        Set<Integer> parents = new HashSet<>();
        rows.forEach(row -> parents.add(row.parent()));
        Set<Integer> headings = new HashSet<>();
        Map<Integer, PlanDocument.AnnexHeading> printed = new HashMap<>();
        document.annexHeadings().forEach(heading -> printed.put(heading.firstRow(), heading));
        List<PlanDocument.AnnexHeading> above = new ArrayList<>();
        above.add(printed.remove(rows.get(0).order()));
        Annexes annexes = new Annexes();
        List<List<Line>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        for (PlanDocument.Row row : rows) {
            boolean heading = parents.contains(row.order()) && row.lead() == null && row.timing() == null;
            if (heading) {
                headings.add(row.order());
            }
            // Without a code only a dash tells that it stands below a task, and not beside it.
            boolean dash = row.code() == null && row.parent() != null && !headings.contains(row.parent());
            boolean begins = (above.get(0) == null && printed.isEmpty())
                    ? annexes.beginsWith(row, heading)
                    : printed.containsKey(row.order());
            if (begins) {
                parts.add(new ArrayList<>());
                above.add(printed.get(row.order()));
            }
            parts.get(parts.size() - 1).add(line(row, heading, dash, columns, others, states));
        }
        return new PrintedAnnex(
                document.header(),
                draft,
                Optional.empty(),
                columns,
                headings(above),
                parts,
                Optional.ofNullable(document.header().statedTotal()));
    }

    /** The same with the body of its plan before it. */
    public PrintedAnnex withBody(PlanDocument document) {
        return new PrintedAnnex(head, draft, Optional.of(PrintedBody.of(document)), columns, headings, parts, total);
    }

    /** As printed; numbered by their places where nothing is known of them. */
    private static List<Heading> headings(List<PlanDocument.AnnexHeading> above) {
        List<Heading> headings = new ArrayList<>();
        for (int part = 0; part < above.size(); part++) {
            PlanDocument.AnnexHeading printed = above.get(part);
            headings.add(
                    printed == null
                            ? new Heading(
                                    "PHỤ LỤC" + (above.size() == 1 ? "" : " " + roman(part + 1)), Optional.empty())
                            : new Heading(printed.label(), Optional.ofNullable(printed.title())));
        }
        return headings;
    }

    /**
     * The usual columns. Those that no row fills are left out where other columns stand instead: a plan may print a beginning and an
     * end, and no time.
     */
    private static Set<Kind> printed(List<PlanDocument.Row> rows, OtherColumns others) {
        Set<Kind> usual = EnumSet.range(Kind.CODE, Kind.AMOUNT);
        // In a column without any code, headings would look like tasks.
        if (rows.stream().allMatch(row -> row.code() == null)) {
            usual.remove(Kind.CODE);
        }
        if (!others.columns().isEmpty()) {
            usual.removeIf(kind -> kind.compareTo(Kind.LEAD) > 0
                    && rows.stream().allMatch(row -> cell(row, kind).isEmpty()));
        }
        return usual;
    }

    private static Line line(
            PlanDocument.Row row,
            boolean heading,
            boolean dash,
            List<Column> columns,
            OtherColumns others,
            Optional<Map<Integer, String>> states) {
        Map<OtherColumn, List<String>> otherCells = others.cells(row);
        List<Cell> cells = new ArrayList<>();
        int other = 0;
        for (Column column : columns) {
            cells.add(
                    switch (column.kind()) {
                        case OTHER ->
                            Cell.ofParagraphs(
                                    otherCells.getOrDefault(others.columns().get(other++), List.of()));
                        case CODE -> Cell.of(dash ? "-" : row.code());
                        case STATE -> Cell.of(states.orElseGet(Map::of).get(row.order()));
                        default -> cell(row, column.kind());
                    });
        }
        return new Line(heading, cells);
    }

    private static Cell cell(PlanDocument.Row row, Kind kind) {
        return switch (kind) {
            case CODE -> Cell.of(row.code());
            case TITLE -> Cell.of(row.title());
            case LEAD -> Cell.of(row.lead());
            case COORDINATING -> Cell.ofEntries(row.coordinating());
            case PRODUCTS -> Cell.ofEntries(row.products());
            case TIMING -> Cell.of(row.timing());
            case AMOUNT -> Cell.ofAmount(row.amount());
            case OTHER, STATE -> Cell.of(null);
        };
    }

    /** The cell of a column in the row of the grand total. */
    static Cell ofTotal(Kind kind, long total) {
        return switch (kind) {
            case TITLE -> Cell.of("Tổng cộng");
            case AMOUNT -> Cell.ofAmount(total);
            default -> Cell.of(null);
        };
    }

    /** Lines of the issuer's name in a letterhead: in full and in capitals, a people's committee in two lines. */
    List<String> issuer() {
        String name = head.issuer();
        if (name.startsWith(PEOPLES_COMMITTEE + " ")) {
            return List.of("ỦY BAN NHÂN DÂN", capitals(name.substring(PEOPLES_COMMITTEE.length() + 1)));
        }
        return List.of(capitals(name));
    }

    /** Lines of the title: the kind of document above its summary, unless the summary names it. */
    List<String> title() {
        boolean named = head.title().toLowerCase(Locale.ROOT).startsWith("kế hoạch");
        return named ? List.of(head.title()) : List.of("KẾ HOẠCH", head.title());
    }

    /** Name of the sheet with a part, "Phụ lục II"; without a number where it is the only one. */
    String sheet(int part) {
        return "Phụ lục" + (parts.size() == 1 ? "" : " " + roman(part + 1));
    }

    static String roman(int number) {
        int[] values = {100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] numerals = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < values.length; i++) {
            for (; rest >= values[i]; rest -= values[i]) {
                roman.append(numerals[i]);
            }
        }
        return roman.toString();
    }

    /** Of which document it is the annex. */
    String reference() {
        return "(Kèm theo Kế hoạch số " + head.number() + " ngày " + dayInWords() + " của " + head.issuer() + ")";
    }

    /** "Thượng Lộ, ngày 24 tháng 12 năm 2020". */
    String placeAndDay() {
        return (head.place() == null ? "N" : head.place() + ", n") + "gày " + dayInWords();
    }

    /** Days below ten and January, February have two digits (Decree 30/2020, Annex I). */
    private String dayInWords() {
        int day = head.signedOn().getDayOfMonth();
        int month = head.signedOn().getMonthValue();
        return (day < 10 ? "0" : "") + day + " tháng " + (month < 3 ? "0" : "") + month + " năm "
                + head.signedOn().getYear();
    }

    private static String capitals(String name) {
        return name.toUpperCase(Locale.forLanguageTag("vi"));
    }

    /** 12.900.000. */
    static String inFigures(long dong) {
        return String.format(Locale.forLanguageTag("vi"), "%,d", dong);
    }
}
