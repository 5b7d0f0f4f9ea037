package vn.cchc.plan.importing.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.importing.reading.PlannedOccurrences;
import vn.cchc.plan.importing.reading.ReadPlan;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.importing.reading.ReadPlan.ReadTarget;
import vn.cchc.plan.importing.wording.TargetWordingsView;
import vn.cchc.plan.importing.wording.TimingReadingsView;
import vn.cchc.plan.importing.wording.TimingReadingsView.ExpectedOccurrence;
import vn.cchc.plan.plan.Money;
import vn.cchc.plan.target.AimReading;
import vn.cchc.plan.task.Party;
import vn.cchc.plan.timing.TimingParser;
import vn.cchc.plan.timing.TimingRule;
import vn.cchc.plan.timing.UnreadReason;
import vn.cchc.plan.wording.FindingText;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * A draft for people to review: what is printed beside what was read, with findings at their cells, and the due days that an
 * issue would plan. A row is made when it is asked for, since a plan may have thousands.
 */
public final class DraftReview {

    private final ReadPlan plan;
    private final List<Finding> findings;
    private final PlannedOccurrences occurrences;
    private final WorkingCalendar calendar;
    private final TimingParser timings;
    /** A row's place in printed order, by its order. */
    private final Map<Integer, Integer> places = new HashMap<>();

    private final Map<Place, List<AtCell>> atCells = new HashMap<>();

    /** What people look at: a row of the annex, or a printed target of the body. */
    private record Place(Optional<Integer> row, Optional<Integer> area, Optional<Integer> target) {}

    private record AtCell(Finding finding, Cell cell) {}

    /**
     * @param findings of the plan, in their order
     * @param occurrences that an issue would plan
     */
    public DraftReview(
            ReadPlan plan, List<Finding> findings, PlannedOccurrences occurrences, WorkingCalendar calendar) {
        this.plan = plan;
        this.findings = List.copyOf(findings);
        this.occurrences = occurrences;
        this.calendar = calendar;
        this.timings = new TimingParser(plan.year());
        for (int i = 0; i < plan.rows().size(); i++) {
            places.put(plan.rows().get(i).order(), i);
        }
        for (Finding finding : findings) {
            for (Cell cell : finding.cells()) {
                atCells.computeIfAbsent(new Place(cell.row(), cell.area(), cell.target()), place -> new ArrayList<>())
                        .add(new AtCell(finding, cell));
            }
        }
    }

    /** Number of rows. */
    public int size() {
        return plan.rows().size();
    }

    /** @param place from 0, in printed order */
    public ReviewedRow row(int place) {
        ReadRow read = plan.rows().get(place);
        return new ReviewedRow(
                plan.document().annex().get(place),
                read.level(),
                read.heading(),
                read.code().orElse(null),
                read.areaNumber().orElse(null),
                read.leads().stream().map(Party::of).toList(),
                read.coordinating().stream().map(Party::of).toList(),
                read.unread().isPresent()
                        ? List.of()
                        : read.rules().stream().map(this::rule).toList(),
                read.unread().map(DraftReview::unread).orElse(null),
                aim(read.target()),
                unread(read.target()),
                Money.ofNullable(read.stated().orElse(null)),
                Money.dong(read.computed()),
                findingsAt(new Place(Optional.of(read.order()), Optional.empty(), Optional.empty())));
    }

    /** Place of the row with this order. */
    public Optional<Integer> placeOf(int order) {
        return Optional.ofNullable(places.get(order));
    }

    /** The targets of the body in printed order. */
    public List<ReviewedTarget> targets() {
        return plan.targets().stream()
                .filter(target -> target.row().isEmpty())
                .map(this::target)
                .toList();
    }

    /**
     * The page for people, as HTML.
     *
     * @param changes since the draft was imported
     */
    public String page(DraftChanges changes) {
        return ReviewPage.html(this, changes);
    }

    /** All findings, in their order. */
    List<Finding> findings() {
        return findings;
    }

    PlanDocument document() {
        return plan.document();
    }

    /** Sum of all task rows, in đồng. */
    long computedTotal() {
        return plan.computedTotal();
    }

    /** The due days of the year, by day, then in printed order. */
    public List<PlannedDueDay> days() {
        return plan.rows().stream()
                .flatMap(this::daysOf)
                .sorted(Comparator.comparing(PlannedDueDay::dueOn))
                .toList();
    }

    private Stream<PlannedDueDay> daysOf(ReadRow row) {
        List<Party> leads = row.leads().stream().map(Party::of).toList();
        return row.rules().stream()
                .flatMap(this::occurrences)
                .filter(occurrence -> occurrence.dueOn() != null)
                .map(occurrence -> new PlannedDueDay(
                        occurrence.dueOn(),
                        occurrence.workOn(),
                        occurrence.dueProvisional(),
                        row.order(),
                        row.code().orElse(null),
                        row.title(),
                        leads,
                        occurrence.key(),
                        occurrence.label()));
    }

    private TimingReadingsView.Rule rule(TimingRule rule) {
        return TimingReadingsView.Rule.of(
                rule, timings.words(rule), occurrences(rule).toList());
    }

    private Stream<ExpectedOccurrence> occurrences(TimingRule rule) {
        return occurrences.of(rule).stream().map(occurrence -> ExpectedOccurrence.of(occurrence, calendar));
    }

    private ReviewedTarget target(ReadTarget target) {
        return new ReviewedTarget(
                target.areaNumber().orElseThrow(),
                target.printed().orElseThrow(),
                target.group().orElse(null),
                target.text(),
                aim(target.reading()),
                unread(target.reading()),
                target.linkedRows(),
                findingsAt(new Place(Optional.empty(), target.areaNumber(), target.printed())));
    }

    private List<CellFinding> findingsAt(Place place) {
        return atCells.getOrDefault(place, List.of()).stream()
                .map(at -> CellFinding.of(at.finding(), at.cell().column()))
                .toList();
    }

    private static TimingReadingsView.Unread unread(UnreadReason reason) {
        return new TimingReadingsView.Unread(reason, FindingText.of(reason));
    }

    private static TargetWordingsView.StatedAim aim(AimReading reading) {
        return reading instanceof AimReading.Understood understood ? TargetWordingsView.StatedAim.of(understood) : null;
    }

    private static TargetWordingsView.Unread unread(AimReading reading) {
        return reading instanceof AimReading.Unread unread
                ? new TargetWordingsView.Unread(unread.doubt(), FindingText.of(unread.doubt()))
                : null;
    }
}
