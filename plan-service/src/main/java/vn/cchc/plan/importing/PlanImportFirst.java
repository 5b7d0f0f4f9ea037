package vn.cchc.plan.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.plan.KeptFinding;

/** The first document of a draft that was replaced more than once, with its findings. Written by the repository, and never changed. */
@Entity
@Immutable
@Table(name = "plan_import_first")
class PlanImportFirst {

    @Id
    @Column(name = "import_id")
    private UUID importId;

    private long version;

    @JdbcTypeCode(SqlTypes.JSON)
    private PlanDocument document;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<KeptFinding> findings;

    protected PlanImportFirst() {}

    EarlierDocument asEarlier() {
        return new EarlierDocument(version, document, findings);
    }
}
