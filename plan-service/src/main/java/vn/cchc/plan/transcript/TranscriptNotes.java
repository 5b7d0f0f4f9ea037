package vn.cchc.plan.transcript;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.cchc.plan.document.FileNote;
import vn.cchc.plan.document.FileNotes;
import vn.cchc.plan.document.PlaceInFile;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.transcript.reading.Doubt;
import vn.cchc.plan.transcript.reading.Kept;
import vn.cchc.plan.transcript.reading.Place;
import vn.cchc.plan.transcript.reading.Transcript;
import vn.cchc.plan.transcript.reading.Untranscribed;

/** What a transcript says beside its document, in the form that goes along with the document to its import. */
final class TranscriptNotes {

    /** What the header and the annex themselves show: an import takes no document that lacks it. */
    private static final Set<Doubt.Code> SHOWN_BY_THE_DOCUMENT = EnumSet.of(
            Doubt.Code.NUMBER_MISSING,
            Doubt.Code.NUMBER_BLANK,
            Doubt.Code.TITLE_MISSING,
            Doubt.Code.ISSUER_MISSING,
            Doubt.Code.SIGNED_DAY_MISSING,
            Doubt.Code.YEAR_MISSING,
            Doubt.Code.ANNEX_MISSING);

    private TranscriptNotes() {}

    /** Null where there is nothing to say. */
    static FileNotes of(Transcript transcript) {
        List<Doubt> doubts = transcript.doubts().stream()
                .filter(doubt -> !SHOWN_BY_THE_DOCUMENT.contains(doubt.code()))
                .toList();
        int shown = transcript.doubts().size() - doubts.size();
        if (doubts.isEmpty() && transcript.untranscribed().isEmpty()) {
            return null;
        }
        return new FileNotes(
                first(transcript.untranscribed(), Untranscribed::concernsAnnex).stream()
                        .map(each -> new FileNote(
                                each.why().name(),
                                place(each.place(), transcript),
                                cell(each),
                                textOrNull(each.text())))
                        .toList(),
                transcript.untranscribedInAll(),
                first(doubts, Doubt::concernsAnnex).stream()
                        .flatMap(each -> each.place().stream()
                                .map(place -> new FileNote(
                                        each.code().name(),
                                        place(place, transcript),
                                        cell(each.code(), place),
                                        textOrNull(each.text()))))
                        .toList(),
                transcript.doubtsInAll() - shown);
    }

    /** As many as a document has. */
    private static <T> List<T> first(List<T> notes, Predicate<T> concernsAnnex) {
        Kept<T> kept = new Kept<>(FileNotes.MOST);
        notes.forEach(note -> kept.add(note, concernsAnnex.test(note)));
        return kept.listed();
    }

    static PlaceInFile place(Place place, Transcript transcript) {
        String sheet = transcript.sheets().getOrDefault(place.block(), "");
        return new PlaceInFile(
                place.block(), place.row(), sheet.isEmpty() ? null : sheet, place.column(), place.order());
    }

    private static CellColumn cell(Untranscribed left) {
        return left.why() == Untranscribed.Why.NO_AMOUNT
                ? amount(left.place())
                : left.place().cell();
    }

    private static CellColumn cell(Doubt.Code code, Place place) {
        return switch (code) {
            case AMOUNT_WITHOUT_UNIT, AMOUNT_AMBIGUOUS, AMOUNT_SHARED -> amount(place);
            case TOTAL_TWICE -> CellColumn.STATED_TOTAL;
            case ROWS_JOINED -> CellColumn.TITLE;
            // The code places a row in the tree.
            case ROW_PLACE, ROW_TOO_DEEP -> CellColumn.CODE;
            default -> place.cell();
        };
    }

    /** An amount that no row has is a total. */
    private static CellColumn amount(Place place) {
        return place.order() == null ? CellColumn.STATED_TOTAL : CellColumn.AMOUNT;
    }

    private static String textOrNull(String text) {
        return text.isBlank() ? null : text;
    }
}
