package vn.cchc.plan.plan;

/** A plan exists from its issue; before that there is only an import. */
public enum PlanState {
    ISSUED
}
