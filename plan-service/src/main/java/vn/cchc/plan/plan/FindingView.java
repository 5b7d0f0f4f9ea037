package vn.cchc.plan.plan;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.BilingualText;

/**
 * A finding as it is shown, in both languages.
 *
 * @param rows the order of the annex rows concerned
 */
@Schema(name = "Finding")
public record FindingView(
        @Schema(required = true, description = "Stable name")
        Finding.Code code,

        @Schema(required = true, description = "Order of the annex rows concerned")
        List<Integer> rows,

        @Schema(required = true) BilingualText text,

        @Schema(required = true, description = "What was compared; amounts in đồng")
        Map<String, Object> figures) {

    public static FindingView of(Finding finding) {
        return new FindingView(finding.code(), finding.rows(), finding.text(), finding.figures());
    }
}
