package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Block;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.PrintedDocument.Sheet;
import vn.cchc.platform.printed.PrintedDocument.Table;
import vn.cchc.platform.separated.KnownTables;

/**
 * Transcribes a plan from a document. Nothing is guessed and nothing is dropped in silence: what has no place in a plan
 * document is listed, and what is in doubt is left empty and listed.
 */
public final class DocumentTranscriber {

    /** What tells tables of tasks from other text. */
    public static final KnownTables TABLES = new KnownTables() {
        @Override
        public int columns(Sheet sheet) {
            return SheetPart.columnsOfHeading(sheet);
        }

        @Override
        public boolean isCode(String cell) {
            return Mark.code(cell).isNumbering();
        }
    };

    /** Figures alone, as "- 3 -", or neither a letter nor a figure. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Pd} ]*\\d*[\\p{Pd} ]*|[^\\p{L}\\d]*");

    private final Notes notes = new Notes();
    private final AnnexReading annex = new AnnexReading(notes);
    private final List<BodyLine> lines = new ArrayList<>();
    private final UnitsAbove units = new UnitsAbove(notes);
    /** Of a table near which none is named. */
    private Optional<MoneyUnit> otherwise = Optional.empty();
    /** Whether only page numbers stand between the last table of the annex and here. */
    private boolean behindAnnex;

    /** The names of the sheets, by their blocks. */
    private final Map<Integer, String> sheets = new HashMap<>();

    private DocumentTranscriber() {}

    public static Transcript transcribe(PrintedDocument document) {
        return new DocumentTranscriber().read(document);
    }

    private Transcript read(PrintedDocument document) {
        otherwise = UnitLine.nameOthers(document) ? Optional.of(MoneyUnit.UNCLEAR) : Optional.empty();
        for (int i = 0; i < document.blocks().size(); i++) {
            Block block = document.blocks().get(i);
            if (block instanceof Paragraph paragraph) {
                read(i + 1, paragraph);
            } else if (block instanceof Table table) {
                read(i + 1, table);
            } else if (block instanceof Sheet sheet) {
                sheets.put(i + 1, Excerpt.of(sheet.name()));
                read(i + 1, sheet);
            }
        }
        units.end();
        Letterhead letterhead = new Letterhead(lines, notes);
        Head head = letterhead.read();
        BodyOutline outline = new BodyOutline(notes);
        Set<BodyLine> taken = letterhead.taken();
        lines.stream()
                .filter(line -> !taken.contains(line))
                .filter(this::hasText)
                .forEach(outline::add);
        List<PlanDocument.AnnexHeading> annexHeadings = outline.annexHeadings(annex.beginnings());
        List<PlanDocument.Row> rows = annex.rows();
        if (rows.isEmpty()) {
            notes.missing(Doubt.Code.ANNEX_MISSING);
        }
        Long total = annex.statedTotal();
        document.omissions().stream()
                .filter(omission -> omission.kind() != PrintedDocument.Omission.Kind.PAGE_MARGIN
                        || PageMargin.saysMore(omission.text(), head))
                .forEach(omission ->
                        notes.untranscribed(Place.at(omission.block() + 1), omission.text(), why(omission.kind())));
        document.remarks()
                .forEach(remark -> notes.doubt(
                        code(remark.kind()),
                        remark.row() == 0 ? Place.at(remark.block() + 1) : Place.at(remark.block() + 1, remark.row()),
                        remark.text()));
        return new Transcript(
                sheets,
                head.withStatedTotal(total),
                outline.body(),
                rows,
                annexHeadings,
                notes.untranscribed(),
                notes.untranscribedInAll() + document.furtherOmissions(),
                notes.doubts(),
                notes.doubtsInAll());
    }

    /** Whether a line has more than a mark, or the number of a page; otherwise it is listed, except a lone bullet. */
    private boolean hasText(BodyLine line) {
        String rest = line.mark().rest();
        if (!NO_TEXT.matcher(rest).matches()) {
            return true;
        }
        if (!rest.isEmpty() || !line.mark().isBullet()) {
            notes.untranscribed(line.place(), line.text(), Untranscribed.Why.NO_PLACE);
        }
        return false;
    }

    private void read(int block, Paragraph paragraph) {
        read(BodyLine.of(Place.at(block), paragraph, false));
    }

    private void read(BodyLine line) {
        if (units.take(line)) {
            return;
        }
        boolean pageNumber = line.text().length() <= 4 && line.text().chars().allMatch(Character::isDigit);
        if (!pageNumber) {
            behindAnnex = false;
        }
        lines.add(line);
    }

    private void read(int block, Table table) {
        Optional<AnnexColumns> columns = AnnexColumns.of(table);
        Optional<MoneyUnit> above = units.of(block, columns.isPresent()).or(() -> otherwise);
        if (columns.isPresent()) {
            annex.begin(block, table, columns.get(), above);
            behindAnnex = true;
        } else if (behindAnnex && annex.goesOnIn(table)) {
            annex.goOn(block, table);
        } else if (placesTexts(table)) {
            addLines(block, table);
        } else {
            leave(block, table);
        }
    }

    private void leave(int block, Table table) {
        behindAnnex = false;
        for (int r = 0; r < table.rows().size(); r++) {
            String row = AnnexReading.line(table.rows().get(r));
            if (!row.isEmpty()) {
                notes.untranscribed(Place.at(block, table.first() + r), row, Untranscribed.Why.NO_ANNEX);
            }
        }
    }

    private void read(int block, Sheet sheet) {
        units.leave();
        for (SheetPart part : SheetPart.of(sheet)) {
            Table table = part.table();
            if (part.headed()) {
                read(block, table);
            } else if (behindAnnex && annex.goesOnInSheet(table)) {
                annex.goOnInSheet(block, table);
            } else if (part.hasLines()) {
                readLines(block, table);
            } else {
                leave(block, table);
            }
        }
    }

    /**
     * Rows with several cells place texts beside each other: those one beneath the other belong together. Rows with one cell each are
     * the paragraphs of one text.
     */
    private void readLines(int block, Table table) {
        int from = 0;
        boolean begins = true;
        while (from < table.rows().size()) {
            int to = from + 1;
            while (to < table.rows().size()
                    && table.rows().get(from).cells().size() > 1
                    && table.rows().get(to).cells().size() > 1) {
                to++;
            }
            int most = table.rows().subList(from, to).stream()
                    .mapToInt(row -> row.cells().size())
                    .max()
                    .orElse(0);
            for (int c = 0; c < most; c++) {
                for (int r = from; r < to; r++) {
                    readCell(Place.at(block, table.first() + r), table.rows().get(r), c, begins || most > 1);
                }
            }
            begins = most > 1;
            from = to;
        }
    }

    private void readCell(Place place, Row row, int at, boolean begins) {
        if (at < row.cells().size()) {
            boolean first = begins;
            for (Paragraph paragraph : row.cells().get(at).paragraphs()) {
                read(BodyLine.of(place, paragraph, first));
                first = false;
            }
        }
    }

    /** Whether a table only places texts beside each other: the letterhead, or recipients and signature. */
    private static boolean placesTexts(Table table) {
        if (table.rows().size() > 8
                || table.rows().stream().anyMatch(row -> row.cells().size() > 3)) {
            return false;
        }
        return table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(cell -> Words.of(CellText.of(cell).joined()))
                .anyMatch(words -> Words.haveOne(
                        words,
                        "cong hoa xa hoi chu nghia viet nam",
                        "noi nhan",
                        "tm uy ban nhan dan",
                        "tm ubnd",
                        "chu tich"));
    }

    /** Column by column, since each is a text of its own. */
    private void addLines(int block, Table table) {
        behindAnnex = false;
        int most =
                table.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (int c = 0; c < most; c++) {
            boolean first = true;
            for (int r = 0; r < table.rows().size(); r++) {
                Row row = table.rows().get(r);
                List<Paragraph> paragraphs =
                        c < row.cells().size() ? row.cells().get(c).paragraphs() : List.of();
                for (Paragraph paragraph : paragraphs) {
                    BodyLine line = BodyLine.of(Place.at(block, r + 1), paragraph, first);
                    if (!line.text().isEmpty()) {
                        lines.add(line);
                        first = false;
                    }
                }
            }
        }
    }

    private static Doubt.Code code(PrintedDocument.Remark.Kind kind) {
        return switch (kind) {
            case HIDDEN_SHEET -> Doubt.Code.SHEET_HIDDEN;
            case HIDDEN_ROW -> Doubt.Code.ROW_HIDDEN;
            case HIDDEN_COLUMN -> Doubt.Code.COLUMN_HIDDEN;
            case BROKEN_ROW -> Doubt.Code.ROWS_JOINED;
            case FORMULA_WITHOUT_VALUE -> Doubt.Code.FORMULA_WITHOUT_VALUE;
            case FORMULA_ERROR -> Doubt.Code.FORMULA_ERROR;
        };
    }

    private static Untranscribed.Why why(PrintedDocument.Omission.Kind kind) {
        return switch (kind) {
            case TEXT_BOX -> Untranscribed.Why.TEXT_BOX;
            case NESTED_TABLE -> Untranscribed.Why.NESTED_TABLE;
            case PICTURE -> Untranscribed.Why.PICTURE;
            case FOOTNOTE -> Untranscribed.Why.FOOTNOTE;
            case COMMENT -> Untranscribed.Why.COMMENT;
            case FORMULA -> Untranscribed.Why.FORMULA;
            case DRAWING -> Untranscribed.Why.DRAWING;
            case HIDDEN_TEXT -> Untranscribed.Why.HIDDEN_TEXT;
            case DELETED_TEXT -> Untranscribed.Why.DELETED_TEXT;
            case PAGE_MARGIN -> Untranscribed.Why.PAGE_MARGIN;
            case UNKNOWN -> Untranscribed.Why.UNKNOWN;
        };
    }
}
