package vn.cchc.plan.importing.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.plan.document.FileNote;
import vn.cchc.plan.document.FileNotes;
import vn.cchc.plan.document.PlaceInFile;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/** Content of the file is not in the document: cells of the annex and money, and anything else. */
final class LeftInFile implements FileCheck {

    /** Kinds of what a transcript leaves of an annex and its money, as it names them. */
    private static final Set<String> OF_THE_ANNEX = Set.of("NO_COLUMN", "NO_TASK", "NO_AMOUNT");

    private record Content(PlaceInFile place, String printed) {

        static Content of(FileNote note) {
            return new Content(note.place(), note.printed());
        }
    }

    @Override
    public Stream<Finding> find(PlanDocument document) {
        FileNotes notes = document.fileNotes();
        Set<Content> inDoubt = notes.doubts().stream().map(Content::of).collect(Collectors.toSet());
        // An amount in doubt, or a text too long, is noted as both: the doubt says what to do.
        List<FileNote> left = notes.untranscribed().stream()
                .filter(note -> !inDoubt.contains(Content.of(note)))
                .toList();
        NotesByPlace byPlace = new NotesByPlace(document);
        return Stream.concat(
                byPlace.findings(FindingCode.FILE_CELL_LEFT, left.stream().filter(LeftInFile::isOfTheAnnex)),
                byPlace.findings(FindingCode.FILE_TEXT_LEFT, left.stream().filter(note -> !isOfTheAnnex(note))));
    }

    private static boolean isOfTheAnnex(FileNote note) {
        return note.cell() != null
                || note.place().order() != null
                || note.place().column() != null
                || OF_THE_ANNEX.contains(note.code());
    }
}
