package vn.cchc.plan.importing.check;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.plan.document.FileNotes;
import vn.cchc.plan.document.PlaceInFile;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.finding.NamedRow;
import vn.cchc.plan.task.PrintedCode;

/**
 * A row has an amount as printed, and states none: the money is in doubt whether or not a note of the file says so. Where one does,
 * it is not told twice.
 */
final class UnreadAmount implements FileCheck {

    @Override
    public Stream<Finding> find(PlanDocument document) {
        Set<Integer> noted = noted(document.fileNotes());
        return document.annex().stream()
                .filter(row -> row.amount() == null && hasFigures(row.printedAmount()))
                .filter(row -> !noted.contains(row.order()))
                .map(row -> Finding.inRow(
                        FindingCode.AMOUNT_UNREAD,
                        row.order(),
                        new Figures.UnreadAmount(named(row), row.printedAmount())));
    }

    /** Orders of the rows whose amount a note is about. */
    private static Set<Integer> noted(FileNotes notes) {
        return Stream.concat(notes.doubts().stream(), notes.untranscribed().stream())
                .filter(note -> note.cell() == CellColumn.AMOUNT)
                .map(note -> note.place())
                .map(PlaceInFile::order)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** "Theo dự toán" states no amount. */
    private static boolean hasFigures(String printed) {
        return printed != null && printed.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static NamedRow named(PlanDocument.Row row) {
        return new NamedRow(row.order(), Optional.ofNullable(row.code()).flatMap(PrintedCode::normalise), row.title());
    }
}
