package vn.cchc.plan.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.finding.CellColumn;

/**
 * What the file of a plan document held beside it: content without a place in the document, and what people have to look at.
 * A transcript fills it; a document that was typed has none.
 *
 * @param untranscribed the first {@value #MOST}, those of the annex before all others
 * @param untranscribedTotal how much there is, also what is not listed
 * @param doubts the first {@value #MOST}, likewise
 * @param doubtsTotal how many there are, also those that are not listed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
        name = "PlanDocumentNotes",
        description =
                "What the file of the document held beside it, as a transcript tells it. Findings of the draft are made of"
                        + " it. The correction of a cell removes what is about that cell")
public record FileNotes(
        @Schema(description = "What of the file is not in the document: the first " + FileNotes.MOST)
        @Size(max = FileNotes.MOST)
        List<@NotNull @Valid FileNote> untranscribed,

        @Schema(
                description =
                        "How much is not in the document, also what is not listed; as many as are listed by default")
        @PositiveOrZero
        @Max(FileNotes.LARGEST_TOTAL)
        Integer untranscribedTotal,

        @Schema(
                description = "What people have to look at: the first " + FileNotes.MOST
                        + ". What the header lacks is not among it")
        @Size(max = FileNotes.MOST)
        List<@NotNull @Valid FileNote> doubts,

        @Schema(description = "How much is in doubt, also what is not listed; as many as are listed by default")
        @PositiveOrZero
        @Max(FileNotes.LARGEST_TOTAL)
        Integer doubtsTotal) {

    /** Entries of each list. */
    public static final int MOST = 200;

    /** More than the paragraphs and cells of any file that is read. */
    public static final int LARGEST_TOTAL = 1_000_000;

    public FileNotes {
        untranscribed = untranscribed == null ? List.of() : untranscribed;
        doubts = doubts == null ? List.of() : doubts;
        untranscribedTotal = atLeast(untranscribed.size(), untranscribedTotal);
        doubtsTotal = atLeast(doubts.size(), doubtsTotal);
    }

    /** Of a document that was not transcribed from a file. */
    public static FileNotes none() {
        return new FileNotes(List.of(), 0, List.of(), 0);
    }

    /** A total below zero is left for validation to refuse. */
    private static Integer atLeast(int listed, Integer total) {
        return total == null || (total >= 0 && total < listed) ? Integer.valueOf(listed) : total;
    }

    /** How much is not in the document beside what is listed. */
    public int furtherUntranscribed() {
        return untranscribedTotal - untranscribed.size();
    }

    /** How many doubts there are beside those that are listed. */
    public int furtherDoubts() {
        return doubtsTotal - doubts.size();
    }

    /** Without those of a cell that a correction has changed. What is about the row as a whole is about its title. */
    FileNotes without(PlanDocument.Row before, PlanDocument.Row corrected) {
        return each(note -> isSettled(note, before, corrected) ? Optional.empty() : Optional.of(note));
    }

    /**
     * The same notes with the orders that rows have now, without those on rows that are gone.
     *
     * @param orders by the order that a row had; empty where it is gone
     */
    FileNotes renumbered(Function<Integer, Optional<Integer>> orders) {
        return each(note -> note.place().order() == null
                ? Optional.of(note)
                : orders.apply(note.place().order()).map(note::ofRow));
    }

    /** @param change what becomes of a note; empty for one that is dropped, which the totals then do not count */
    public FileNotes each(Function<FileNote, Optional<FileNote>> change) {
        List<FileNote> left =
                untranscribed.stream().map(change).flatMap(Optional::stream).toList();
        List<FileNote> doubted =
                doubts.stream().map(change).flatMap(Optional::stream).toList();
        return new FileNotes(
                left,
                untranscribedTotal - (untranscribed.size() - left.size()),
                doubted,
                doubtsTotal - (doubts.size() - doubted.size()));
    }

    private static boolean isSettled(FileNote note, PlanDocument.Row before, PlanDocument.Row corrected) {
        return Objects.equals(note.place().order(), before.order()) && isChanged(note, before, corrected);
    }

    /** Whether the cell that a note of a row is about has another text. */
    public static boolean isChanged(FileNote note, PlanDocument.Row before, PlanDocument.Row corrected) {
        return switch (Objects.requireNonNullElse(note.cell(), CellColumn.TITLE)) {
            // The code places the row, and so does its parent.
            case CODE ->
                !Objects.equals(before.code(), corrected.code())
                        || !Objects.equals(before.parent(), corrected.parent());
            case TITLE -> !Objects.equals(before.title(), corrected.title());
            case LEAD -> !Objects.equals(before.lead(), corrected.lead());
            case COORDINATING -> !before.coordinating().equals(corrected.coordinating());
            case PRODUCTS -> !before.products().equals(corrected.products());
            case TIMING -> !Objects.equals(before.timing(), corrected.timing());
            case AMOUNT -> !Objects.equals(before.amount(), corrected.amount());
            case OTHER_CELLS -> !before.otherCells().equals(corrected.otherCells());
            case TARGET, ISSUER, STATED_TOTAL -> false;
        };
    }
}
