package vn.cchc.plan.importing.check;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan;

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
     * Stored by the next version. Replicas of the version before this one run beside it during an upgrade and on the same database,
     * and could not show a plan with a code that they do not know (ADR 7). The document alone tells these findings, so that they are
     * made anew whenever a draft is shown; at the issue they are kept apart from the others.
     */
    static final List<PlanCheck> OF_THE_NEXT_VERSION =
            List.of(new UnreadTarget(), new DueBeforePeriodEnds(), new ScheduleWithoutDay());

    private static final Set<FindingCode> CODES_OF_THE_NEXT_VERSION = EnumSet.of(
            FindingCode.TARGET_UNREAD,
            FindingCode.DUE_BEFORE_PERIOD_ENDS,
            FindingCode.SCHEDULE_WITHOUT_DAY,
            FindingCode.AMOUNT_UNREAD);

    /** Of what the file of a document held beside it, or in its rows as printed; shown and stored likewise. */
    private static final List<FileCheck> OF_THE_FILE =
            List.of(new UnreadAmount(), new DoubtsInFile(), new LeftInFile(), new FurtherInFile());

    private static final Set<FindingCode> CODES_OF_THE_FILE = EnumSet.of(
            FindingCode.FILE_DOUBT, FindingCode.FILE_CELL_LEFT, FindingCode.FILE_TEXT_LEFT, FindingCode.FILE_FURTHER);

    private Checks() {}

    /** What the file of a document held beside it, in the order of lists; not among {@link #findings}. */
    public static List<Finding> ofTheFile(PlanDocument document) {
        return ordered(OF_THE_FILE.stream().flatMap(check -> check.find(document)));
    }

    /** Whether a finding tells of what the file held beside the document, which no plan has. */
    public static boolean isAboutFile(FindingCode code) {
        return CODES_OF_THE_FILE.contains(code);
    }

    /** What is shown of a plan and not stored with it by this version, in the order of lists; not among {@link #findings}. */
    public static List<Finding> further(ReadPlan plan) {
        return ordered(Stream.concat(
                OF_THE_NEXT_VERSION.stream().flatMap(check -> check.find(plan)), ofTheFile(plan.document()).stream()));
    }

    /** Whether a finding is one of {@link #further}. */
    public static boolean isFurther(FindingCode code) {
        return isAboutFile(code) || CODES_OF_THE_NEXT_VERSION.contains(code);
    }

    /** The findings of all checks that are stored, in the order of lists. */
    public static List<Finding> findings(PlanUnderReview review) {
        return ordered(ALL.stream().flatMap(check -> check.find(review)));
    }

    private static List<Finding> ordered(Stream<Finding> findings) {
        return findings.sorted(Comparator.comparing(Finding::order)).toList();
    }
}
