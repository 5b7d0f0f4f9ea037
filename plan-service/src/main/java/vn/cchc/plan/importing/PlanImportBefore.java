package vn.cchc.plan.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.plan.KeptFinding;

/** The document that a draft had before it was last replaced, with its findings. */
@Entity
@Table(name = "plan_import_before")
class PlanImportBefore {

    @Id
    @Column(name = "import_id")
    private UUID importId;

    private long version;

    @JdbcTypeCode(SqlTypes.JSON)
    private PlanDocument document;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<KeptFinding> findings;

    protected PlanImportBefore() {}

    static PlanImportBefore of(UUID importId) {
        PlanImportBefore before = new PlanImportBefore();
        before.importId = importId;
        return before;
    }

    /** Takes the document that is about to be replaced. */
    void keep(PlanImport draft) {
        version = draft.version();
        document = draft.document();
        findings = draft.reading().findings();
    }

    /** Whether the draft's document took the place of this one. */
    boolean precedes(PlanImport draft) {
        return version + 1 == draft.version();
    }

    EarlierDocument asEarlier() {
        return new EarlierDocument(version, document, findings);
    }
}
