package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/** The transcript of the file is in doubt. What it left empty and people have stated since is no finding. */
final class DoubtsInFile implements FileCheck {

    @Override
    public Stream<Finding> find(PlanDocument document) {
        return new NotesByPlace(document).findings(FindingCode.FILE_DOUBT, document.fileNotes().doubts().stream());
    }
}
