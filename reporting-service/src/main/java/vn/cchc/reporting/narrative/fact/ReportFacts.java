package vn.cchc.reporting.narrative.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.platform.text.VietnameseText;
import vn.cchc.reporting.figures.Channel;
import vn.cchc.reporting.figures.FeedbackFigures;
import vn.cchc.reporting.figures.Figures;
import vn.cchc.reporting.figures.Source;
import vn.cchc.reporting.figures.TaskFigures;
import vn.cchc.reporting.narrative.ReportData;
import vn.cchc.reporting.projection.HeardVersion;
import vn.cchc.reporting.projection.MilestoneState;
import vn.cchc.reporting.projection.PlanState;
import vn.cchc.reporting.projection.TaskState;

/** Facts stated by a report, selected from its figures and the progress of tasks. */
public final class ReportFacts {

    private static final int MONTHS_AHEAD = 3;

    private static final Comparator<TaskState> IN_PRINTED_ORDER =
            Comparator.comparing(task -> Optional.ofNullable(task.seq()).orElse(Integer.MAX_VALUE));

    private final ReportData data;
    private final Figures figures;
    private final Map<UUID, TaskState> tasks;

    public ReportFacts(ReportData data) {
        this.data = data;
        this.figures = data.figures();
        this.tasks = data.tasks().stream().collect(Collectors.toMap(HeardVersion::id, HeardVersion::state));
    }

    /** The plan cited by the report, which must have a number. */
    public Optional<PlanState> citedPlan() {
        return data.plan().filter(plan -> plan.number() != null);
    }

    /** Number of tasks in the plan, without headings. */
    public long taskCount() {
        return tasks.values().stream().filter(task -> !task.isHeading()).count();
    }

    public Milestones milestones() {
        return milestones(UnaryOperator.identity());
    }

    public Continuous continuous() {
        return new Continuous(figures.number(TaskFigures.CONTINUOUS), figures.number(TaskFigures.CONTINUOUS_REPORTED));
    }

    /** @return empty if the plan has no task in the area */
    public Optional<Area> area(int area) {
        if (figures.find(TaskFigures.inArea(TaskFigures.DUE, area)).isEmpty()) {
            return Optional.empty();
        }
        String period = data.period().code();
        List<TaskState> owing = data.tasks().stream()
                .map(HeardVersion::state)
                .filter(task -> !task.isHeading() && isIn(area, task) && task.owesProgress(period))
                .sorted(IN_PRINTED_ORDER)
                .toList();
        List<Entry> reported = owing.stream()
                .filter(task -> task.hasProgress(period))
                .map(task -> entry(task, List.of(), false))
                .toList();
        return Optional.of(new Area(
                milestones(code -> TaskFigures.inArea(code, area)),
                entries(
                        task -> isIn(area, task),
                        milestone -> isDueInPeriod(milestone) && TaskFigures.isAccepted(milestone),
                        false),
                entries(
                        task -> isIn(area, task),
                        milestone -> isDueLater(milestone) && TaskFigures.isAccepted(milestone),
                        true),
                entries(
                        task -> isIn(area, task),
                        milestone -> milestone.isDueBy(data.ended()) && milestone.isUnfinished(),
                        true),
                new Continuous(owing.size(), reported.size()),
                reported));
    }

    public FeedbackHandled feedback() {
        return new FeedbackHandled(
                figures.number(FeedbackFigures.RECEIVED),
                Stream.of(Channel.values())
                        .map(channel -> new FeedbackHandled.OfChannel(
                                channel, figures.number(FeedbackFigures.BY_CHANNEL + channel.name())))
                        .filter(channel -> channel.received() > 0)
                        .toList(),
                figures.number(FeedbackFigures.ANSWERED),
                figures.number(FeedbackFigures.IN_TIME),
                figures.number(FeedbackFigures.LATE),
                figures.get(FeedbackFigures.RATE).value().orElse(null),
                figures.number(FeedbackFigures.OPEN),
                figures.number(FeedbackFigures.OVERDUE),
                figures.number(FeedbackFigures.REFUSED),
                figures.number(FeedbackFigures.REFERRED),
                figures.number(FeedbackFigures.WITHDRAWN));
    }

    /** Feedback that the previous report could not count, and where it is counted now. */
    public Optional<LateAdditions> lateAdditions() {
        Set<Source> additions =
                Set.copyOf(figures.get(FeedbackFigures.LATE_ADDITIONS).sources());
        long counted = figures.get(FeedbackFigures.RECEIVED).sources().stream()
                .filter(additions::contains)
                .count();
        return Optional.of(new LateAdditions(data.previousCutOff(), counted, additions.size() - counted))
                .filter(late -> late.all() > 0);
    }

    public List<Shortcoming> shortcomings() {
        Map<Shortcoming.Kind, String> codes = new LinkedHashMap<>();
        codes.put(Shortcoming.Kind.MILESTONES_OVERDUE, TaskFigures.OVERDUE);
        codes.put(Shortcoming.Kind.MILESTONES_CARRIED_OVER, TaskFigures.CARRIED_OVER);
        codes.put(Shortcoming.Kind.MILESTONES_LATE, TaskFigures.LATE);
        codes.put(Shortcoming.Kind.ANSWERS_LATE, FeedbackFigures.LATE);
        codes.put(Shortcoming.Kind.ANSWERS_OVERDUE, FeedbackFigures.OVERDUE);
        return codes.entrySet().stream()
                .map(code -> new Shortcoming(code.getKey(), figures.number(code.getValue())))
                .filter(shortcoming -> shortcoming.count() > 0)
                .toList();
    }

    /** Last day covered by {@link #dueNext}. */
    public LocalDate horizon() {
        return data.cutOff().plusMonths(MONTHS_AHEAD);
    }

    /** Milestones due after the period, up to the horizon, and not accepted yet. */
    public List<Entry> dueNext() {
        return entries(
                task -> true,
                milestone -> isDueLater(milestone)
                        && !milestone.dueOn().isAfter(horizon())
                        && (milestone.isUnfinished() || "SUBMITTED".equals(milestone.state())),
                true);
    }

    /**
     * Status of a task.
     *
     * @param due its milestones that fell due in the period
     * @return at least one
     */
    public List<Standing> standing(TaskState task, List<MilestoneState> due, List<MilestoneState> all) {
        List<Standing> standing = new ArrayList<>();
        all.stream()
                .filter(milestone -> milestone.isDueBy(data.ended()) && milestone.isUnfinished())
                .min(Comparator.comparing(MilestoneState::dueOn))
                .ifPresent(first -> standing.add(new Standing(Standing.Kind.OVERDUE, 0, Optional.of(Due.of(first)))));
        if (due.stream().anyMatch(milestone -> "SUBMITTED".equals(milestone.state()))) {
            standing.add(Standing.of(Standing.Kind.SUBMITTED));
        }
        long late = due.stream()
                .filter(milestone -> TaskFigures.isAccepted(milestone) && TaskFigures.isLate(milestone))
                .count();
        if (late > 0) {
            standing.add(new Standing(Standing.Kind.DONE_LATE, late, Optional.empty()));
        } else if (standing.isEmpty() && due.stream().anyMatch(TaskFigures::isAccepted)) {
            standing.add(Standing.of(Standing.Kind.DONE_IN_TIME));
        }
        String period = data.period().code();
        if (task.owesProgress(period)) {
            standing.add(
                    Standing.of(task.hasProgress(period) ? Standing.Kind.PROGRESS_TOLD : Standing.Kind.PROGRESS_OWED));
        }
        return standing.isEmpty() ? List.of(standingOutsideThePeriod(due, all)) : standing;
    }

    /** Status of a task without due milestones in the period: what was done anyway, or why nothing was due. */
    private Standing standingOutsideThePeriod(List<MilestoneState> due, List<MilestoneState> all) {
        if (!due.isEmpty()) {
            return Standing.of(Standing.Kind.WAIVED);
        }
        long early = all.stream()
                .filter(milestone -> TaskFigures.isAccepted(milestone)
                        && milestone.dueOn() != null
                        && milestone.dueOn().isAfter(data.ended()))
                .count();
        if (early > 0) {
            return new Standing(Standing.Kind.DONE_EARLY, early, Optional.empty());
        }
        if (all.stream().anyMatch(TaskFigures::isAccepted)) {
            return Standing.of(Standing.Kind.DONE_BEFORE);
        }
        if (all.stream().anyMatch(milestone -> milestone.dueOn() != null && !milestone.isDueBy(data.ended()))) {
            return Standing.of(Standing.Kind.NOT_YET_DUE);
        }
        return Standing.of(
                all.stream().anyMatch(milestone -> milestone.scheduledPeriod().isPresent())
                        ? Standing.Kind.NO_DAY_IN_PLAN
                        : Standing.Kind.NOT_ARISEN);
    }

    private Milestones milestones(UnaryOperator<String> code) {
        Function<String, Long> number = code.andThen(figures::number);
        return new Milestones(
                number.apply(TaskFigures.DUE),
                number.apply(TaskFigures.WAIVED),
                number.apply(TaskFigures.ACCEPTED),
                figures.get(code.apply(TaskFigures.RATE)).value().orElse(null),
                number.apply(TaskFigures.LATE),
                number.apply(TaskFigures.SUBMITTED),
                number.apply(TaskFigures.OVERDUE),
                number.apply(TaskFigures.CARRIED_OVER));
    }

    private static boolean isIn(int area, TaskState task) {
        return Integer.valueOf(area).equals(task.areaNumber());
    }

    private boolean isDueInPeriod(MilestoneState milestone) {
        return milestone.isDueBy(data.ended()) && !milestone.dueOn().isBefore(data.from());
    }

    private boolean isDueLater(MilestoneState milestone) {
        return milestone.dueOn() != null
                && milestone.dueOn().isAfter(data.ended())
                && !MilestoneState.ON_EVENT.equals(milestone.ruleKind());
    }

    /** One entry per task, in printed order, with the selected milestones. */
    private List<Entry> entries(
            Predicate<TaskState> wantedTask, Predicate<MilestoneState> wanted, boolean tellsDueDay) {
        Map<UUID, List<MilestoneState>> byTask = data.milestones().stream()
                .map(HeardVersion::state)
                .filter(wanted)
                .filter(milestone ->
                        tasks.containsKey(milestone.taskId()) && wantedTask.test(tasks.get(milestone.taskId())))
                .sorted(Comparator.comparing(MilestoneState::dueOn))
                .collect(Collectors.groupingBy(MilestoneState::taskId, LinkedHashMap::new, Collectors.toList()));
        return byTask.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(tasks::get, IN_PRINTED_ORDER)))
                .map(each -> entry(tasks.get(each.getKey()), each.getValue(), tellsDueDay))
                .toList();
    }

    /** @param milestones ordered, earliest first */
    private Entry entry(TaskState task, List<MilestoneState> milestones, boolean tellsDueDay) {
        String things = milestones.stream()
                .filter(milestone -> MilestoneState.FIXED.equals(milestone.ruleKind()))
                .map(MilestoneState::label)
                .filter(label -> label != null && !VietnameseText.isInvisible(label))
                .distinct()
                .collect(Collectors.joining("; "));
        String heading = things.isEmpty()
                ? ""
                : Optional.ofNullable(task.parentId())
                        .map(tasks::get)
                        .map(above -> sentence(above.title()))
                        .orElse("");
        return new Entry(
                heading,
                sentence(task.title()),
                things,
                data.lead(task),
                milestones.size(),
                tellsDueDay ? Optional.of(Due.of(milestones.get(0))) : Optional.empty());
    }

    /** Strips trailing punctuation. */
    private static String sentence(String title) {
        String text = VietnameseText.strip(title);
        while (!text.isEmpty() && ".;,:".indexOf(text.charAt(text.length() - 1)) >= 0) {
            text = VietnameseText.strip(text.substring(0, text.length() - 1));
        }
        return text;
    }
}
