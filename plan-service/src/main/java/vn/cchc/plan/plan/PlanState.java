package vn.cchc.plan.plan;

/** A plan exists from the day it is issued; until then there is an import. */
public enum PlanState {
    ISSUED
}
