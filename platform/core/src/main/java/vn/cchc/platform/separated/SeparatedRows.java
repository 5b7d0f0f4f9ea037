package vn.cchc.platform.separated;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import vn.cchc.platform.printed.Budget;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Remark;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.PrintedDocument.Sheet;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/** Rows of a text whose cells have a separator between them. */
final class SeparatedRows {

    private final String text;
    private final char separator;
    private final List<List<String>> records = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    SeparatedRows(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    PrintedDocument read(KnownTables tables) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(QuotedCells.QUOTE)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new QuotedCells(text, separator))) {
            for (CsvRecord each : reader) {
                Limit.ROWS.check(records.size() + 1);
                Limit.COLUMNS.check(each.getFieldCount());
                records.add(each.getFields());
            }
        } catch (CsvParseException e) {
            throw new UnreadableFile(Reason.TOO_LARGE, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Sheet sheet = sheet();
        int width = separator == '\t' ? tables.columns(sheet) : 0;
        if (width > 2 && joinBroken(width, tables)) {
            sheet = sheet();
        }
        return new PrintedDocument(sheet.rows().isEmpty() ? List.of() : List.of(sheet), List.of(), 0, remarks);
    }

    /**
     * Joins the lines of rows that Word broke: it pastes each paragraph of a cell as a line. A row of at least two cells, but fewer
     * than the heading, goes on in the next lines where these make it whole; a line that begins with a code is a row of its own.
     */
    private boolean joinBroken(int width, KnownTables tables) {
        boolean joined = false;
        int heading = 0;
        while (heading < records.size() && records.get(heading).size() < width) {
            heading++;
        }
        for (int r = heading; r < records.size(); r++) {
            int cells = records.get(r).size();
            int to = r;
            while (cells > 1
                    && cells < width
                    && to + 1 < records.size()
                    && !tables.isCode(records.get(to + 1).get(0))) {
                to++;
                cells += records.get(to).size() - 1;
            }
            if (to > r && cells == width) {
                List<String> whole = new ArrayList<>(records.get(r));
                for (int next = r + 1; next <= to; next++) {
                    List<String> more = records.set(next, List.of());
                    int last = whole.size() - 1;
                    whole.set(last, whole.get(last) + "\n" + more.get(0));
                    whole.addAll(more.subList(1, more.size()));
                }
                records.set(r, whole);
                remarks.add(new Remark(Remark.Kind.BROKEN_ROW, String.join(" ", whole.subList(0, 2)), 0, r + 1));
                joined = true;
            }
        }
        return joined;
    }

    private Sheet sheet() {
        Budget spent = new Budget();
        List<Row> rows = new ArrayList<>();
        int used = 0;
        for (List<String> fields : records) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < fields.size(); column++) {
                List<Paragraph> lines = spent.lines(fields.get(column));
                if (!lines.isEmpty()) {
                    spent.cell();
                    cells.add(new Cell(column, 1, false, lines));
                }
            }
            rows.add(new Row(false, cells, fields.size()));
            used = cells.isEmpty() ? used : rows.size();
        }
        return new Sheet("", rows.subList(0, used));
    }
}
