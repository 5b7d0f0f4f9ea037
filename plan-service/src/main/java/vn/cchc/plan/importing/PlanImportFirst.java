package vn.cchc.plan.importing;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The first document of a draft that was replaced more than once. Written by the repository, and never changed. */
@Entity
@Immutable
@Table(name = "plan_import_first")
class PlanImportFirst extends KeptDocument {

    protected PlanImportFirst() {}
}
