package vn.cchc.plan.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.wording.FindingText;
import vn.cchc.platform.database.JsonColumns;
import vn.cchc.platform.http.BilingualText;

/**
 * Stored form of a {@link Finding}, with an import or a plan.
 *
 * @param cells null when stored by an earlier version; its figures are then too incomplete to build the message
 * @param text the message at the time of the finding, still read by the previous version
 * @param figures as JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeptFinding(
        FindingCode code,
        List<Integer> rows,
        @JsonSetter(nulls = Nulls.SET) List<CellView> cells,
        BilingualText text,
        Map<String, Object> figures) {

    private static final ObjectMapper JSON = JsonColumns.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    public static KeptFinding of(Finding finding) {
        return new KeptFinding(
                finding.code(),
                finding.rows(),
                finding.cells().stream().map(CellView::of).toList(),
                FindingText.of(finding.code(), finding.figures()),
                JSON.convertValue(finding.figures(), new TypeReference<Map<String, Object>>() {}));
    }

    /** The current wording of the message; the stored one when the figures are incomplete. */
    BilingualText wording() {
        return cells == null ? text : FindingText.of(code, JSON.convertValue(figures, code.figures()));
    }
}
