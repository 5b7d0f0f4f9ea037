package vn.cchc.plan.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.platform.http.BilingualText;

/** A {@link KeptFinding} of the issued plan. Immutable: Hibernate takes JSON for changed at each flush and would write it again. */
@Entity
@Immutable
@Table(name = "plan_finding")
public class PlanFinding {

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private FindingCode code;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "integer[]")
    private List<Integer> rows;

    /** Null for findings stored by an earlier version. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<CellView> cells;

    @Column(name = "text_vi")
    private String textVi;

    @Column(name = "text_en")
    private String textEn;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> figures;

    protected PlanFinding() {}

    public PlanFinding(UUID planId, int position, KeptFinding finding) {
        key = new Key(planId, position);
        code = finding.code();
        rows = finding.rows();
        cells = finding.cells();
        textVi = finding.text().vi();
        textEn = finding.text().en();
        figures = finding.figures();
    }

    int position() {
        return key.position();
    }

    KeptFinding finding() {
        // A later version will not store the message, as it follows from the figures.
        BilingualText text = textVi == null ? null : BilingualText.of(textVi, textEn);
        return new KeptFinding(code, rows, cells, text, figures);
    }

    /** The plan and the position of the finding within it. */
    @Embeddable
    record Key(@Column(name = "plan_id") UUID planId, int position) {}
}
