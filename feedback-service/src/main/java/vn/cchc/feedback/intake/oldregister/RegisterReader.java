package vn.cchc.feedback.intake.oldregister;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Omission;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Remark;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.PrintedDocument.Sheet;

/** Reads the sheets that have the headings of a register, row by row; what is not read is noted. */
final class RegisterReader {

    private final PrintedDocument document;
    private final List<WrittenRow> rows = new ArrayList<>();
    private final List<HeadedColumn> columns = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private int furtherNotes;

    RegisterReader(PrintedDocument document) {
        this.document = document;
    }

    OldRegister read() {
        int read = 0;
        for (int block = 0; block < document.blocks().size(); block++) {
            if (document.blocks().get(block) instanceof Sheet sheet) {
                Optional<Headings> headings = Headings.in(sheet.rows());
                if (headings.isPresent()) {
                    read++;
                    read(block, sheet, headings.get());
                } else {
                    note(Note.Kind.SHEET_WITHOUT_HEADING, sheet.name(), 0, "");
                }
            }
        }
        if (read == 0) {
            throw new UnfitRegister(UnfitRegister.Reason.WITHOUT_HEADING);
        }
        document.omissions().forEach(this::note);
        furtherNotes += document.furtherOmissions();
        return new OldRegister(rows, columns, notes, furtherNotes);
    }

    private void read(int block, Sheet sheet, Headings headings) {
        headings.requireEachOnce();
        Map<Integer, Set<Integer>> failedFormulas = new HashMap<>();
        document.remarks().stream().filter(remark -> remark.block() == block).forEach(remark -> {
            switch (remark.kind()) {
                case HIDDEN_SHEET -> note(Note.Kind.HIDDEN_SHEET, sheet.name(), 0, "");
                case HIDDEN_ROW -> note(Note.Kind.HIDDEN_ROW, sheet.name(), remark.row(), "");
                case HIDDEN_COLUMN -> note(Note.Kind.HIDDEN_COLUMN, sheet.name(), 0, remark.text());
                case BROKEN_ROW -> note(Note.Kind.BROKEN_ROW, sheet.name(), remark.row(), "");
                case FORMULA_WITHOUT_VALUE, FORMULA_ERROR ->
                    failedFormulas
                            .computeIfAbsent(remark.row(), row -> new HashSet<>())
                            .add(column(remark));
            }
        });
        Set<Integer> used = new TreeSet<>(headings.byColumn().keySet());
        for (int r = headings.firstRow(); r < sheet.rows().size(); r++) {
            sheet.rows().get(r).cells().stream()
                    .filter(cell -> !cell.paragraphs().isEmpty())
                    .forEach(cell -> used.add(cell.column()));
            read(sheet, r, headings, failedFormulas.getOrDefault(r + 1, Set.of()));
        }
        if (columns.size() + used.size() > OldRegister.MOST_COLUMNS) {
            throw new UnfitRegister(UnfitRegister.Reason.TOO_MANY_COLUMNS);
        }
        used.forEach(column -> columns.add(new HeadedColumn(
                sheet.name(), letters(column), headings.byColumn().getOrDefault(column, ""), headings.field(column))));
    }

    private void read(Sheet sheet, int at, Headings headings, Set<Integer> failedFormulas) {
        Row row = sheet.rows().get(at);
        Map<RegisterField, WrittenCell> cells = new EnumMap<>(RegisterField.class);
        for (Cell cell : row.cells()) {
            if (!cell.paragraphs().isEmpty()) {
                headings.field(cell.column())
                        .ifPresent(field -> cells.put(field, cell(cell, !failedFormulas.contains(cell.column()))));
            }
        }
        failedFormulas.forEach(column -> headings.field(column)
                .ifPresent(field -> cells.putIfAbsent(field, new WrittenCell("", null, null, false))));
        boolean merged = goesOn(row, headings)
                || (at + 1 < sheet.rows().size() && goesOn(sheet.rows().get(at + 1), headings));
        if (!cells.containsKey(RegisterField.RECEIVED_AT) && !cells.containsKey(RegisterField.CONTENT) && !merged) {
            if (!row.cells().isEmpty()) {
                note(Note.Kind.ROW_WITHOUT_CASE, sheet.name(), at + 1, "");
            }
            return;
        }
        if (rows.size() == OldRegister.MOST_ROWS) {
            throw new UnfitRegister(UnfitRegister.Reason.TOO_MANY_ROWS);
        }
        rows.add(new WrittenRow(sheet.name(), at + 1, cells, merged));
    }

    /** Whether a cell that is read goes on from the row above. */
    private static boolean goesOn(Row row, Headings headings) {
        return row.cells().stream()
                .anyMatch(cell ->
                        cell.continued() && headings.field(cell.column()).isPresent());
    }

    private static WrittenCell cell(Cell cell, boolean readable) {
        String text = cell.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
        return new WrittenCell(text, cell.number(), cell.moment(), readable);
    }

    private void note(Omission omission) {
        String sheet = omission.block() < document.blocks().size()
                        && document.blocks().get(omission.block()) instanceof Sheet of
                ? of.name()
                : "";
        if (omission.kind() == Omission.Kind.COMMENT) {
            // The name of the cell stands before its comment, which is not repeated.
            int colon = omission.text().indexOf(':');
            note(Note.Kind.COMMENT, sheet, 0, colon < 0 ? "" : omission.text().substring(0, colon));
        } else {
            note(Note.Kind.OTHER_CONTENT, sheet, 0, "");
        }
    }

    private void note(Note.Kind kind, String sheet, int row, String place) {
        if (notes.size() < OldRegister.MOST_NOTES) {
            notes.add(new Note(kind, sheet, row, place));
        } else {
            furtherNotes++;
        }
    }

    /** Of the cell that a remark names first: "C2 #DIV/0!". */
    private static int column(Remark remark) {
        int column = 0;
        for (int i = 0;
                i < remark.text().length()
                        && Character.isUpperCase(remark.text().charAt(i));
                i++) {
            column = column * 26 + remark.text().charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
