package vn.cchc.plan.importing;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** The document that a draft had before it was last replaced. */
@Entity
@Table(name = "plan_import_before")
class PlanImportBefore extends KeptDocument {

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
}
