package vn.cchc.plan.transcript.reading;

import java.util.List;
import java.util.Map;
import vn.cchc.plan.document.PlanDocument;

/**
 * What was transcribed from a file. Each part is within the bounds of a plan document; the head may lack what a plan
 * document requires, and the annex may be empty.
 *
 * @param sheets names of the sheets of a workbook, by {@link Place#block()}; empty for other files
 * @param annex rows in printed order, numbered from 1
 * @param annexHeadings where annexes begin; empty for one without a title of its own
 * @param untranscribed in printed order; at most {@value #MOST_NOTES}, those of the annex before all others
 * @param untranscribedInAll how many there are
 * @param doubts at most {@value #MOST_NOTES}, those of the annex before all others
 * @param doubtsInAll how many there are
 */
public record Transcript(
        Map<Integer, String> sheets,
        Head head,
        Body body,
        List<PlanDocument.Row> annex,
        List<PlanDocument.AnnexHeading> annexHeadings,
        List<Untranscribed> untranscribed,
        int untranscribedInAll,
        List<Doubt> doubts,
        int doubtsInAll) {

    /** Entries of each list of notes. */
    public static final int MOST_NOTES = 500;

    public Transcript {
        sheets = Map.copyOf(sheets);
        annex = List.copyOf(annex);
        annexHeadings = List.copyOf(annexHeadings);
        untranscribed = List.copyOf(untranscribed);
        doubts = List.copyOf(doubts);
    }

    /**
     * The parts of the body.
     *
     * @param objectives "mục tiêu"
     * @param requirements "yêu cầu"
     * @param recipients "nơi nhận"
     */
    public record Body(
            List<String> objectives,
            List<String> requirements,
            List<PlanDocument.Area> areas,
            List<PlanDocument.Arrangement> arrangements,
            List<String> recipients) {}
}
