package vn.cchc.plan.importing.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.cchc.plan.document.FileNote;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.NamedRow;
import vn.cchc.plan.finding.Severity;
import vn.cchc.plan.importing.wording.TimingReadingsView;
import vn.cchc.plan.importing.wording.TimingReadingsView.ExpectedOccurrence;
import vn.cchc.plan.timing.RuleKind;
import vn.cchc.plan.wording.CellText;
import vn.cchc.plan.wording.FileNoteText;
import vn.cchc.plan.wording.FindingText;

/**
 * The review of a draft as a page for people, to read on a screen and to print.
 *
 * @param findings those of each severity that has any, the gravest first
 * @param days the due days of each day, by month
 * @param moreDays due days that the page has no room for
 * @param left what of the document's file is not in it
 * @param changes since the draft was imported; null while it has its first document
 */
record ReviewPage(
        PlanDocument document,
        long computedTotal,
        List<FindingsOfSeverity> findings,
        List<ReviewedRow> rows,
        List<ReviewedTarget> targets,
        List<Month> days,
        int moreDays,
        List<FileNote> left,
        ShownChanges changes) {

    /** Due days of the calendar. Beyond, a page is no longer read but searched: the list of due days serves for that. */
    private static final int DAYS = 2_000;

    /** Due days shown of one rule in its row; the calendar has all of them. */
    private static final int DAYS_OF_A_RULE = 6;

    /** Findings listed of one severity; each is also in its row. */
    private static final int FINDINGS = 500;

    /**
     * @param name of the severity, for people
     * @param listed at most {@value #FINDINGS}
     * @param more how many are not listed
     */
    record FindingsOfSeverity(Severity severity, String name, List<Found> listed, int more) {}

    /** @param places cells concerned; none of what stands in no cell */
    record Found(String text, String advice, List<Place> places) {

        static Found of(Finding finding) {
            Map<String, List<Cell>> cells = finding.cells().stream()
                    .collect(Collectors.groupingBy(
                            cell -> CellText.name(cell, heading(finding)), LinkedHashMap::new, Collectors.toList()));
            return new Found(
                    FindingText.of(finding.code(), finding.figures()).vi(),
                    FindingText.advice(finding.code()).vi(),
                    cells.entrySet().stream()
                            .map(named -> new Place(
                                    named.getKey(),
                                    named.getValue().stream()
                                            .flatMap(cell -> cell.row().stream())
                                            .toList()))
                            .toList());
        }

        /** The heading of the column in the file; a finding of the file is about one cell. */
        private static Optional<String> heading(Finding finding) {
            return finding.figures() instanceof Figures.NotedInFile noted
                    ? noted.places().stream()
                            .flatMap(place -> place.column().stream())
                            .findFirst()
                    : Optional.empty();
        }
    }

    /**
     * Cells of one column, or one place of header or body.
     *
     * @param name of the column or place
     * @param rows order of the annex rows; none of header and body, and of a column as a whole
     */
    record Place(String name, List<Integer> rows) {}

    record Month(YearMonth month, List<Day> days) {}

    record Day(LocalDate day, LocalDate workOn, boolean provisional, List<PlannedDueDay> due) {}

    @CheckedTemplate(basePath = "review")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(ReviewPage page);
    }

    /** Number of the section with the changes, the last one. */
    public int changesNumber() {
        return 4 + (targets.isEmpty() ? 0 : 1) + (left.isEmpty() ? 0 : 1);
    }

    /** The page as HTML. */
    static String html(DraftReview review, DraftChanges changes) {
        List<PlannedDueDay> days = review.days();
        List<PlannedDueDay> shown = days.subList(0, Math.min(DAYS, days.size()));
        return Templates.page(new ReviewPage(
                        review.document(),
                        review.computedTotal(),
                        bySeverity(review.findings()),
                        IntStream.range(0, review.size()).mapToObj(review::row).toList(),
                        review.targets(),
                        byMonth(shown),
                        days.size() - shown.size(),
                        review.document().fileNotes().untranscribed(),
                        ShownChanges.of(changes).orElse(null)))
                .render();
    }

    private static List<FindingsOfSeverity> bySeverity(List<Finding> findings) {
        Map<Severity, List<Finding>> grouped =
                findings.stream().collect(Collectors.groupingBy(Finding::severity, TreeMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(group -> new FindingsOfSeverity(
                        group.getKey(),
                        CellText.name(group.getKey()),
                        group.getValue().stream().limit(FINDINGS).map(Found::of).toList(),
                        Math.max(0, group.getValue().size() - FINDINGS)))
                .toList();
    }

    private static List<Month> byMonth(List<PlannedDueDay> days) {
        Map<YearMonth, Map<LocalDate, List<PlannedDueDay>>> months = new TreeMap<>();
        for (PlannedDueDay day : days) {
            months.computeIfAbsent(YearMonth.from(day.dueOn()), month -> new TreeMap<>())
                    .computeIfAbsent(day.dueOn(), due -> new ArrayList<>())
                    .add(day);
        }
        return months.entrySet().stream()
                .map(month -> new Month(
                        month.getKey(),
                        month.getValue().entrySet().stream()
                                .map(day -> new Day(
                                        day.getKey(),
                                        day.getValue().get(0).workOn(),
                                        day.getValue().get(0).dueProvisional(),
                                        day.getValue()))
                                .toList()))
                .toList();
    }

    /** What the template asks for. */
    @TemplateExtension
    static final class Shown {

        private Shown() {}

        /** At most {@value #DAYS_OF_A_RULE} of the occurrences. */
        static List<ExpectedOccurrence> firstFew(List<ExpectedOccurrence> occurrences) {
            return occurrences.subList(0, Math.min(DAYS_OF_A_RULE, occurrences.size()));
        }

        /** Whether the sum of the rows beneath is shown beside what a row states: of headings, and where the two differ. */
        static boolean summing(ReviewedRow row) {
            return row.heading()
                    || (row.stated() != null
                            && row.stated().amount() != row.computed().amount());
        }

        /** How many {@link #firstFew} leaves out. */
        static int furtherOnes(List<ExpectedOccurrence> occurrences) {
            return Math.max(0, occurrences.size() - DAYS_OF_A_RULE);
        }

        static boolean onDayOff(ExpectedOccurrence occurrence) {
            return occurrence.dueOn() != null && !occurrence.dueOn().equals(occurrence.workOn());
        }

        /** Whether a row shows it: a notice says what the row shows anyway, and is listed at the beginning. */
        static boolean grave(CellFinding finding) {
            return finding.severity() != Severity.NOTICE;
        }

        /** The cell of a finding in its row. */
        static String cellName(CellFinding finding) {
            return CellText.name(finding.column(), Optional.empty());
        }

        /** Whether a rule states periods; one without a day is dated by hand. What waits for an event says so in its words. */
        static boolean schedule(TimingReadingsView.Rule rule) {
            return rule.kind() == RuleKind.REPORT_SCHEDULE;
        }

        /** Why a transcript left it. */
        static String why(FileNote note) {
            return FileNoteText.left(note.code()).vi();
        }

        static boolean onDayOff(Day day) {
            return !day.day().equals(day.workOn());
        }

        /** The row of a due day as people refer to it. */
        static NamedRow named(PlannedDueDay day) {
            return new NamedRow(day.row(), Optional.ofNullable(day.code()), day.title());
        }
    }
}
