package vn.cchc.feedback.intake.oldregister;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
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

    /** What makes a row a case, or a part of one: not its number, channel or kind alone, which sums and titles may have. */
    private static final Set<RegisterField> OF_CASES = EnumSet.of(
            RegisterField.RECEIVED_AT,
            RegisterField.NAME,
            RegisterField.ADDRESS,
            RegisterField.PHONE,
            RegisterField.EMAIL,
            RegisterField.CONTENT);

    private final PrintedDocument document;
    private final List<WrittenRow> rows = new ArrayList<>();
    private final List<HeadedColumn> columns = new ArrayList<>();
    private final Notes notes = new Notes();

    RegisterReader(PrintedDocument document) {
        this.document = document;
    }

    OldRegister read() {
        int read = 0;
        for (int block = 0; block < document.blocks().size(); block++) {
            if (document.blocks().get(block) instanceof Sheet sheet) {
                Optional<Headings> headings = Headings.in(sheet.rows());
                if (isHidden(block)) {
                    notes.add(Note.Kind.HIDDEN_SHEET, sheet.name(), 0, "");
                } else if (headings.isPresent()) {
                    read++;
                    read(block, sheet, headings.get());
                } else {
                    notes.add(Note.Kind.SHEET_WITHOUT_HEADING, sheet.name(), 0, "");
                }
            }
        }
        if (read == 0) {
            throw new UnfitRegister(UnfitRegister.Reason.WITHOUT_HEADING);
        }
        document.omissions().forEach(this::note);
        notes.addFurther(document.furtherOmissions());
        return new OldRegister(
                rows, columns, notes.first(OldRegister.MOST_NOTES), notes.beyond(OldRegister.MOST_NOTES));
    }

    /** What an office has hidden is a copy or a list of its own: nobody sees what would be taken from it. */
    private boolean isHidden(int block) {
        return document.remarks().stream()
                .anyMatch(remark -> remark.block() == block && remark.kind() == Remark.Kind.HIDDEN_SHEET);
    }

    private void read(int block, Sheet sheet, Headings headings) {
        headings.requireEachOnce();
        Map<Integer, Set<Integer>> failedFormulas = new HashMap<>();
        document.remarks().stream().filter(remark -> remark.block() == block).forEach(remark -> {
            switch (remark.kind()) {
                case HIDDEN_SHEET -> {}
                case HIDDEN_ROW -> notes.add(Note.Kind.HIDDEN_ROW, sheet.name(), remark.row(), "");
                case HIDDEN_COLUMN -> notes.add(Note.Kind.HIDDEN_COLUMN, sheet.name(), 0, remark.text());
                case BROKEN_ROW -> notes.add(Note.Kind.BROKEN_ROW, sheet.name(), remark.row(), "");
                case FORMULA_WITHOUT_VALUE, FORMULA_ERROR ->
                    failedFormulas
                            .computeIfAbsent(remark.row(), row -> new HashSet<>())
                            .add(column(remark));
            }
        });
        Set<Integer> used = new TreeSet<>(headings.byColumn().keySet());
        List<Draft> drafts = new ArrayList<>();
        for (int r = headings.firstRow(); r < sheet.rows().size(); r++) {
            sheet.rows().get(r).cells().stream()
                    .filter(cell -> !cell.paragraphs().isEmpty())
                    .forEach(cell -> used.add(cell.column()));
            read(sheet, r, headings, failedFormulas.getOrDefault(r + 1, Set.of()), drafts);
        }
        if (columns.size() + used.size() > OldRegister.MOST_COLUMNS) {
            throw new UnfitRegister(UnfitRegister.Reason.TOO_MANY_COLUMNS);
        }
        used.forEach(column -> columns.add(
                new HeadedColumn(sheet.name(), letters(column), headings.printed(column), headings.field(column))));
        judgeDays(drafts);
        drafts.forEach(draft -> rows.add(draft.row(sheet.name())));
    }

    /** A row of which the next one may tell that something is wrong with it. */
    private record Draft(int at, Map<RegisterField, WrittenCell> cells, Set<Flaw> flaws) {

        WrittenRow row(String sheet) {
            return new WrittenRow(sheet, at + 1, cells, flaws);
        }
    }

    private void read(Sheet sheet, int at, Headings headings, Set<Integer> failedFormulas, List<Draft> drafts) {
        Row row = sheet.rows().get(at);
        Map<RegisterField, WrittenCell> cells = new EnumMap<>(RegisterField.class);
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        for (Cell cell : row.cells()) {
            if (!cell.paragraphs().isEmpty()) {
                WrittenCell written = cell(cell, !failedFormulas.contains(cell.column()));
                headings.field(cell.column()).ifPresent(field -> {
                    if (field != RegisterField.RESULT) {
                        cells.put(field, written);
                    } else if (!Words.isOpen(written.text())) {
                        flaws.add(Flaw.ANSWERED);
                    }
                });
            }
        }
        failedFormulas.forEach(column -> headings.field(column)
                .ifPresent(field -> cells.putIfAbsent(field, new WrittenCell("", null, null, false))));
        if (goesOn(row, headings)
                || (at + 1 < sheet.rows().size() && goesOn(sheet.rows().get(at + 1), headings))) {
            flaws.add(Flaw.MERGED_ROWS);
        }
        boolean acrossOnly = row.cells().size() == 1 && row.cells().get(0).span() > 1;
        boolean ofCase = cells.keySet().stream().anyMatch(OF_CASES::contains) && !acrossOnly;
        if (!ofCase && !flaws.contains(Flaw.MERGED_ROWS)) {
            if (!row.cells().isEmpty()) {
                notes.add(Note.Kind.ROW_WITHOUT_CASE, sheet.name(), at + 1, "");
            }
            return;
        }
        if (row.cells().stream().anyMatch(cell -> covers(cell, headings))) {
            flaws.add(Flaw.MERGED_COLUMNS);
        }
        if (headings.fields() > 0 && row.fields() > headings.fields()) {
            flaws.add(Flaw.MORE_CELLS);
        }
        if (!cells.containsKey(RegisterField.NUMBER) && !cells.containsKey(RegisterField.RECEIVED_AT)) {
            above(sheet, at, drafts).ifPresent(above -> {
                above.flaws().add(Flaw.GOES_ON);
                flaws.add(Flaw.BELONGS_ABOVE);
            });
        }
        if (rows.size() + drafts.size() == OldRegister.MOST_ROWS) {
            throw new UnfitRegister(UnfitRegister.Reason.TOO_MANY_ROWS);
        }
        drafts.add(new Draft(at, cells, flaws));
    }

    /** The row of a case directly above, apart from empty rows. */
    private static Optional<Draft> above(Sheet sheet, int at, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        Draft last = drafts.get(drafts.size() - 1);
        return sheet.rows().subList(last.at() + 1, at).stream()
                        .allMatch(row -> row.cells().isEmpty())
                ? Optional.of(last)
                : Optional.empty();
    }

    private static void judgeDays(List<Draft> drafts) {
        DayOrder order = DayOrder.of(drafts.stream()
                .flatMap(draft -> Optional.ofNullable(draft.cells().get(RegisterField.RECEIVED_AT)).stream())
                .toList());
        drafts.stream()
                .filter(draft -> draft.cells().containsKey(RegisterField.RECEIVED_AT)
                        && order.isInDoubt(draft.cells().get(RegisterField.RECEIVED_AT)))
                .forEach(draft -> draft.flaws().add(Flaw.DAY_OR_MONTH));
    }

    /** Whether a cell that is read goes on from the row above. */
    private static boolean goesOn(Row row, Headings headings) {
        return row.cells().stream()
                .anyMatch(cell ->
                        cell.continued() && headings.field(cell.column()).isPresent());
    }

    /** Whether a cell goes over several columns of which one is read. */
    private static boolean covers(Cell cell, Headings headings) {
        return cell.span() > 1
                && headings.byColumn().subMap(cell.column(), cell.column() + cell.span()).keySet().stream()
                        .anyMatch(column -> headings.field(column).isPresent());
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
            notes.add(
                    Note.Kind.COMMENT,
                    sheet,
                    0,
                    colon < 0 ? "" : omission.text().substring(0, colon));
        } else {
            notes.add(Note.Kind.OTHER_CONTENT, sheet, 0, "");
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
