package vn.cchc.reporting.narrative;

import io.quarkus.qute.i18n.MessageBundles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.cchc.reporting.figures.FeedbackFigures;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.TaskFigures;
import vn.cchc.reporting.narrative.fact.Area;
import vn.cchc.reporting.narrative.fact.Continuous;
import vn.cchc.reporting.narrative.fact.Due;
import vn.cchc.reporting.narrative.fact.Entry;
import vn.cchc.reporting.narrative.fact.FeedbackHandled;
import vn.cchc.reporting.narrative.fact.ReportFacts;
import vn.cchc.reporting.narrative.fact.Shortcoming;
import vn.cchc.reporting.narrative.fact.Standing;
import vn.cchc.reporting.projection.MilestoneState;
import vn.cchc.reporting.projection.PlanState;
import vn.cchc.reporting.projection.TaskState;
import vn.cchc.reporting.regime.ReportForm;
import vn.cchc.reporting.regime.ReportingPeriod;
import vn.cchc.reporting.regime.Section;

/**
 * Generates the proposed text of a report from its facts; staff edit it afterwards. Lines are paragraphs. Wording is in
 * {@link ReportMessages}.
 */
public final class Narrative {

    /** Maximum lines in a list; the appendix lists everything. */
    private static final int LONGEST_LIST = 10;

    private final ReportData data;
    private final ReportFacts facts;
    private final ReportMessages words = words();

    public Narrative(ReportData data) {
        this.data = data;
        this.facts = new ReportFacts(data);
    }

    static ReportMessages words() {
        return MessageBundles.get(ReportMessages.class);
    }

    /** "Kết quả công tác cải cách hành chính quý I năm 2021". */
    public static String title(ReportForm form, ReportingPeriod period) {
        return words().title(form.subject(), period.label());
    }

    /** First paragraph, before the sections. */
    public String opening() {
        String issuer = data.issuer().full();
        String subject = data.form().subject();
        String period = data.period().label();
        return facts.citedPlan()
                .map(plan -> words.openingByPlan(
                        named(plan), data.period().year(), issuer, subject, period, data.from(), data.cutOff()))
                .orElseGet(() -> words.opening(issuer, subject, period, data.from(), data.cutOff()));
    }

    /** Last paragraph. */
    public String conclusion() {
        return words.conclusion(
                data.issuer().full(), data.form().subject(), data.period().label());
    }

    public String propose(Section section) {
        List<String> lines =
                switch (section.kind()) {
                    case DIRECTION -> direction(section);
                    case RESULTS -> overall();
                    case AREA -> area(section);
                    case PROCEDURES -> procedures(section);
                    case ASSESSMENT -> assessment();
                    case NEXT -> next();
                    case PROPOSALS -> List.of(words.noProposal());
                };
        return String.join("\n", lines);
    }

    private String named(PlanState plan) {
        return plan.issuedOn() == null ? words.plan(plan.number()) : words.planOfDay(plan.number(), plan.issuedOn());
    }

    private List<String> direction(Section section) {
        List<String> lines = new ArrayList<>();
        facts.citedPlan()
                .ifPresent(plan -> lines.add(words.planIssued(
                        data.issuer().self(),
                        named(plan),
                        data.form().subject(),
                        data.period().year(),
                        facts.taskCount())));
        lines.addAll(area(section));
        return lines;
    }

    private List<String> overall() {
        List<String> lines = new ArrayList<>(List.of(words.milestonesOfAllAreas(facts.milestones())));
        Continuous continuous = facts.continuous();
        if (continuous.owing() > 0) {
            lines.add(words.continuous(continuous) + ".");
        }
        return lines;
    }

    private List<String> procedures(Section section) {
        List<String> lines = new ArrayList<>(area(section));
        FeedbackHandled feedback = facts.feedback();
        lines.add(words.feedbackReceived(feedback));
        if (feedback.received() > 0) {
            lines.add(words.feedbackHandled(feedback, data.cutOff()));
        }
        facts.lateAdditions().map(words::lateAdditions).ifPresent(lines::add);
        return lines;
    }

    private List<String> area(Section section) {
        return facts.area(section.area() == null ? -1 : section.area())
                .map(this::area)
                .orElseGet(() -> List.of(words.noTaskInArea()));
    }

    private List<String> area(Area area) {
        List<String> lines = new ArrayList<>(List.of(words.milestones(area.milestones())));
        lines.addAll(list(words.done(), area.done()));
        lines.addAll(list(words.doneEarly(), area.early()));
        lines.addAll(list(words.overdue(), area.overdue()));
        if (area.continuous().owing() == 0) {
            return lines;
        }
        String told = words.continuous(area.continuous());
        List<String> continuous = area.reported().isEmpty() ? List.of(told + ".") : list(told, area.reported());
        if (lines.size() > 1) {
            lines.addAll(continuous);
            return lines;
        }
        // Joined without a line break: both sentences form one paragraph.
        lines.set(0, lines.get(0) + " " + continuous.get(0));
        lines.addAll(continuous.subList(1, continuous.size()));
        return lines;
    }

    /** A lead line and its entries, one line each; empty without entries. */
    private List<String> list(String lead, List<Entry> entries) {
        List<String> lines = new ArrayList<>();
        if (!entries.isEmpty()) {
            lines.add(lead + ":");
        }
        entries.stream().limit(LONGEST_LIST).map(this::line).forEach(lines::add);
        if (entries.size() > LONGEST_LIST) {
            lines.add(words.moreEntries(entries.size() - LONGEST_LIST));
        }
        return lines;
    }

    private String line(Entry entry) {
        return entry.due()
                .map(due -> words.entryOfDay(entry, due.on(), due.provisional()))
                .orElseGet(() -> words.entry(entry));
    }

    private List<String> assessment() {
        List<String> achieved = new ArrayList<>();
        Figure milestones = data.figures().get(TaskFigures.RATE);
        milestones
                .value()
                .map(rate -> words.milestonesAchieved(
                        milestones.numerator().orElse(0L),
                        milestones.denominator().orElse(0L),
                        rate))
                .ifPresent(achieved::add);
        Figure answers = data.figures().get(FeedbackFigures.RATE);
        answers.value()
                .map(rate -> words.answersAchieved(
                        answers.numerator().orElse(0L), answers.denominator().orElse(0L), rate))
                .ifPresent(achieved::add);
        return List.of(
                words.achieved(achieved),
                words.shortcomings(
                        facts.shortcomings().stream().map(this::phrase).toList()));
    }

    private String phrase(Shortcoming shortcoming) {
        long count = shortcoming.count();
        return switch (shortcoming.kind()) {
            case MILESTONES_OVERDUE -> words.milestonesOverdue(count);
            case MILESTONES_CARRIED_OVER -> words.milestonesCarriedOver(count);
            case MILESTONES_LATE -> words.milestonesLate(count);
            case ANSWERS_LATE -> words.answersLate(count);
            case ANSWERS_OVERDUE -> words.answersOverdue(count);
        };
    }

    private List<String> next() {
        List<Entry> due = facts.dueNext();
        List<String> lines = new ArrayList<>(
                due.isEmpty()
                        ? List.of(words.nothingDueNext(facts.horizon()))
                        : list(words.dueNext(facts.horizon()), due));
        long open = data.figures().number(FeedbackFigures.OPEN);
        if (open > 0) {
            lines.add(words.feedbackOpen(open));
        }
        return lines;
    }

    /** Status of a task, as in the table of tasks. */
    String standing(TaskState task, List<MilestoneState> due, List<MilestoneState> all) {
        return facts.standing(task, due, all).stream().map(this::phrase).collect(Collectors.joining("; "));
    }

    private String phrase(Standing standing) {
        return switch (standing.kind()) {
            case OVERDUE -> {
                Due due = standing.due().orElseThrow();
                yield words.standsOverdue(due.on(), due.provisional());
            }
            case SUBMITTED -> words.standsSubmitted();
            case DONE_LATE -> words.standsDoneLate(standing.count());
            case DONE_IN_TIME -> words.standsDoneInTime();
            case PROGRESS_TOLD -> words.standsProgressTold();
            case PROGRESS_OWED -> words.standsProgressOwed();
            case WAIVED -> words.standsWaived();
            case DONE_EARLY -> words.standsDoneEarly(standing.count());
            case DONE_BEFORE -> words.standsDoneBefore();
            case NOT_YET_DUE -> words.standsNotYetDue();
            case NO_DAY_IN_PLAN -> words.standsWithoutDay();
            case NOT_ARISEN -> words.standsNotArisen();
        };
    }
}
