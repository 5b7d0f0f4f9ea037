package vn.cchc.plan.importing.check;

import java.util.List;
import java.util.stream.Stream;
import vn.cchc.plan.document.FileNotes;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/** The file held more than a document lists. */
final class FurtherInFile implements FileCheck {

    @Override
    public Stream<Finding> find(PlanDocument document) {
        FileNotes notes = document.fileNotes();
        return notes.furtherDoubts() + notes.furtherUntranscribed() == 0
                ? Stream.empty()
                : Stream.of(new Finding(
                        FindingCode.FILE_FURTHER,
                        List.of(),
                        new Figures.FurtherInFile(notes.furtherDoubts(), notes.furtherUntranscribed())));
    }
}
