package vn.cchc.plan.importing.check;

import java.util.Comparator;
import java.util.List;
import vn.cchc.plan.finding.Finding;

/** All checks of a plan before it is issued. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            new HeadingAmount(),
            new TotalAmount(),
            new DuplicateCode(),
            new MalformedCode(),
            new CodeOutOfPlace(),
            new UnitSpellings(),
            new UnknownUnit(),
            new MissingLead(),
            new MissingTiming(),
            new UnreadTiming(),
            new DueOnDayOff(),
            new ProvisionalDueDays(),
            new DeadlineOutsideYear(),
            new TargetConflict(),
            new OtherIssuer(),
            new AreaByElimination(),
            new UnknownArea());

    /**
     * Of the next version. Replicas of the version before this one run beside it during an upgrade and on the same database, and
     * could not show a plan with a code that they do not know (ADR 7).
     */
    static final List<Check> OF_THE_NEXT_VERSION = List.of(new UnreadTarget());

    private Checks() {}

    /** The findings of all checks, ordered by code, then by row. */
    public static List<Finding> findings(PlanUnderReview review) {
        return ALL.stream()
                .flatMap(check -> check.find(review))
                .sorted(Comparator.comparing(Finding::code).thenComparing(Checks::firstRow))
                .toList();
    }

    private static int firstRow(Finding finding) {
        return finding.rows().isEmpty() ? 0 : finding.rows().get(0);
    }
}
