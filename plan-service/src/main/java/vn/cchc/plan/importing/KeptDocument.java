package vn.cchc.plan.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.plan.KeptFinding;

/** A document that a draft had, with its findings of then and the version that the draft had with it. */
@MappedSuperclass
abstract class KeptDocument {

    @Id
    @Column(name = "import_id")
    UUID importId;

    long version;

    @JdbcTypeCode(SqlTypes.JSON)
    PlanDocument document;

    @JdbcTypeCode(SqlTypes.JSON)
    List<KeptFinding> findings;

    EarlierDocument asEarlier() {
        return new EarlierDocument(version, document, findings);
    }
}
