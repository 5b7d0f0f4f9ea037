package vn.cchc.plan.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.finding.FindingOrder;
import vn.cchc.plan.wording.FindingText;
import vn.cchc.platform.database.JsonColumns;
import vn.cchc.platform.http.BilingualText;

/**
 * Stored form of a {@link Finding}, with an import or a plan.
 *
 * @param cells null when stored by an earlier version; its figures are then too incomplete to build the message
 * @param text the message at the time of the finding, still read by the previous version
 * @param figures as JSON, of the type given by the code; a component once stored keeps its name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeptFinding(
        FindingCode code,
        List<Integer> rows,
        @JsonSetter(nulls = Nulls.SET) List<CellView> cells,
        BilingualText text,
        Map<String, Object> figures) {

    /** A figure that is not there is neither zero nor an empty list: the message would state it. */
    private static final ObjectMapper JSON = JsonColumns.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .withConfigOverride(
                    List.class, config -> config.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL)))
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public static KeptFinding of(Finding finding) {
        return new KeptFinding(
                finding.code(),
                finding.rows(),
                finding.cells().stream().map(CellView::of).toList(),
                FindingText.of(finding.code(), finding.figures()),
                JSON.convertValue(finding.figures(), new TypeReference<Map<String, Object>>() {}));
    }

    /** Where it stands in lists. */
    public FindingOrder order() {
        Optional<CellView> first =
                cells == null ? Optional.empty() : cells.stream().findFirst();
        return FindingOrder.of(
                code,
                first.map(CellView::row).or(() -> rows.stream().findFirst()),
                first.map(CellView::area),
                first.map(CellView::target));
    }

    /**
     * The current wording of the message; the stored one when the figures are incomplete.
     *
     * @throws IllegalStateException when the figures are not those of the code and no message is stored
     */
    BilingualText wording() {
        if (cells == null) {
            return text;
        }
        Figures read;
        try {
            read = JSON.convertValue(figures, code.figures());
        } catch (IllegalArgumentException e) {
            if (text == null) {
                throw new IllegalStateException("A finding is not kept with the figures of " + code, e);
            }
            return text;
        }
        return FindingText.of(code, read);
    }
}
