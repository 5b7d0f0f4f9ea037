package vn.cchc.plan.importing.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.plan.document.FileNote;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/**
 * Joins notes of a file to findings: those of one kind at one cell are one finding, and so are all of one kind that stand in no
 * row. A file with hundreds of paragraphs without a place gives a few findings, which list them.
 */
final class NotesByPlace {

    /** Of a cell beside the one that was transcribed: that there is an amount says nothing about it. */
    private static final String SECOND_CELL = "NO_COLUMN";

    private final Map<Integer, PlanDocument.Row> rows;

    NotesByPlace(PlanDocument document) {
        this.rows = document.annex().stream()
                .collect(Collectors.toMap(PlanDocument.Row::order, row -> row, (row, same) -> row));
    }

    private record Subject(String note, Optional<Cell> cell) {}

    Stream<Finding> findings(FindingCode code, Stream<FileNote> notes) {
        Map<Subject, List<FileNote>> joined = notes.filter(note -> !isStatedNow(note))
                .collect(Collectors.groupingBy(
                        note -> new Subject(note.code(), cell(note)), LinkedHashMap::new, Collectors.toList()));
        return joined.entrySet().stream()
                .map(same -> new Finding(
                        code,
                        same.getKey().cell().stream().toList(),
                        new Figures.NotedInFile(same.getKey().note(), places(same.getValue()))));
    }

    private static List<Figures.InFile> places(Collection<FileNote> notes) {
        return notes.stream()
                .map(note -> new Figures.InFile(
                        Objects.requireNonNullElse(note.printed(), ""),
                        note.place().block(),
                        Optional.ofNullable(note.place().row()),
                        Optional.ofNullable(note.place().sheet()),
                        Optional.ofNullable(note.place().column())))
                .toList();
    }

    private Optional<PlanDocument.Row> row(FileNote note) {
        return Optional.ofNullable(note.place().order()).map(rows::get);
    }

    /** The row is known by its title where the note is about none of its cells. Empty where no row of the document has it. */
    private Optional<Cell> cell(FileNote note) {
        if (note.cell() == CellColumn.STATED_TOTAL) {
            return Optional.of(Cell.ofHeader(CellColumn.STATED_TOTAL));
        }
        return row(note).map(row -> Cell.ofRow(row.order(), Objects.requireNonNullElse(note.cell(), CellColumn.TITLE)));
    }

    /**
     * Whether people have stated the amount of a row that a transcript left empty. That there is a total says nothing about another
     * one that was in doubt.
     */
    private boolean isStatedNow(FileNote note) {
        return note.cell() == CellColumn.AMOUNT
                && !note.code().equals(SECOND_CELL)
                && row(note).filter(row -> row.amount() != null).isPresent();
    }
}
