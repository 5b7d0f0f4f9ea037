package vn.cchc.plan.plan;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.BilingualText;

/**
 * Something in a plan document that people should look at. The import never corrects it.
 *
 * @param rows    the order of the annex rows concerned; empty where it concerns the whole or the body
 * @param figures what was compared, by name: amounts in đồng, dates as ISO-8601, texts as printed
 */
public record Finding(Code code, List<Integer> rows, BilingualText text, Map<String, Object> figures) {

    public Finding {
        rows = List.copyOf(rows);
        figures = Map.copyOf(figures);
    }

    /** Stable names; a front end may hang its own help on them. */
    @Schema(name = "FindingCode")
    public enum Code {
        /** A heading states another amount than its tasks sum to. */
        BUDGET_HEADING_DIFFERS,
        /** The grand total stated is not the sum of the tasks. */
        BUDGET_TOTAL_DIFFERS,
        /** One code stands on several rows. */
        CODE_DUPLICATE,
        /** A code is not figures separated by full stops. */
        CODE_MALFORMED,
        /** A code does not go on from that of the heading above it. */
        CODE_OUT_OF_PLACE,
        /** One unit is written in several ways. */
        UNIT_SPELLINGS,
        /** A cell names something that is no unit of the authority. */
        UNIT_UNKNOWN,
        /** Nobody is in charge of a task. */
        LEAD_MISSING,
        /** A task has no timing. */
        TIMING_MISSING,
        /** No rule reads a timing text: its days are set by hand. */
        TIMING_UNREAD,
        /** A due day is a weekend or holiday. */
        DUE_ON_DAY_OFF,
        /** Due days rest on a year without a table of working days. */
        DUE_PROVISIONAL,
        /** A deadline lies outside the plan's year. */
        DEADLINE_OUTSIDE_YEAR,
        /** A target of the body and an annex row ask for different things. */
        TARGET_CONFLICT,
        /** The issuer printed is not the authority's name. */
        ISSUER_DIFFERS,
        /** A section of the annex was paired with an area because both were left over. */
        AREA_BY_ELIMINATION,
        /** A section of the annex has no area in the body. */
        AREA_UNKNOWN
    }
}
