package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Block;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.PrintedDocument.Table;

/** Word documents as tests write them down. */
final class Documents {

    private Documents() {}

    static Paragraph line(String text) {
        return new Paragraph(null, text);
    }

    static Paragraph numbered(String number, String text) {
        return new Paragraph(number, text);
    }

    /** A cell in its column; lines are paragraphs. */
    static Cell cell(int column, int span, String text) {
        return new Cell(
                column,
                span,
                false,
                text.lines()
                        .filter(line -> !line.isEmpty())
                        .map(Documents::line)
                        .toList());
    }

    /** A cell that goes on from above. */
    static Cell goesOn(int column) {
        return new Cell(column, 1, true, List.of());
    }

    static Row row(Cell... cells) {
        return new Row(false, List.of(cells));
    }

    /** A row with a cell for each column. "^" is a cell that goes on from above. */
    static Row row(String... cells) {
        List<Cell> row = new ArrayList<>();
        for (String text : cells) {
            row.add(text.equals("^") ? goesOn(row.size()) : cell(row.size(), 1, text));
        }
        return new Row(false, row);
    }

    static Table table(Row... rows) {
        return new Table(List.of(rows));
    }

    static Transcript transcript(Block... blocks) {
        return DocumentTranscriber.transcribe(new PrintedDocument(List.of(blocks), List.of(), 0));
    }

    static Transcript body(String... lines) {
        return transcript(Arrays.stream(lines).map(Documents::line).toArray(Block[]::new));
    }

    /** Rows as "order<parent code title". */
    static List<String> tree(Transcript transcript) {
        return transcript.annex().stream()
                .map(row -> row.order() + (row.parent() == null ? "" : "<" + row.parent()) + " "
                        + (row.code() == null ? "" : row.code() + " ") + row.title())
                .toList();
    }

    static List<Doubt.Code> doubts(Transcript transcript) {
        return transcript.doubts().stream().map(Doubt::code).toList();
    }

    /** What was not transcribed, as "WHY column text". */
    static List<String> untranscribed(Transcript transcript) {
        return transcript.untranscribed().stream()
                .map(each -> each.why() + " " + each.place().column() + " " + each.text())
                .toList();
    }
}
