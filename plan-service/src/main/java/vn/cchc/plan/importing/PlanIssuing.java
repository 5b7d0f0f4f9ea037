package vn.cchc.plan.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cchc.plan.authority.Authority;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.fulfilment.IssuingLock;
import vn.cchc.plan.fulfilment.PlanFollowing;
import vn.cchc.plan.importing.check.Checks;
import vn.cchc.plan.importing.reading.ReadPlan;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.importing.reading.ReadPlan.ReadTarget;
import vn.cchc.plan.milestone.Milestone;
import vn.cchc.plan.milestone.MilestoneRepository;
import vn.cchc.plan.plan.KeptFinding;
import vn.cchc.plan.plan.Plan;
import vn.cchc.plan.plan.PlanArea;
import vn.cchc.plan.plan.PlanArrangement;
import vn.cchc.plan.plan.PlanEvent;
import vn.cchc.plan.plan.PlanFinding;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.plan.target.OurTarget;
import vn.cchc.plan.target.Target;
import vn.cchc.plan.target.TargetRepository;
import vn.cchc.plan.task.Party;
import vn.cchc.plan.task.Task;
import vn.cchc.plan.task.TaskEvent;
import vn.cchc.plan.task.TaskRepository;
import vn.cchc.plan.task.TaskRule;
import vn.cchc.plan.timing.Occurrence;
import vn.cchc.plan.timing.ReportPeriod;
import vn.cchc.plan.timing.RuleKind;
import vn.cchc.plan.timing.TimingRule;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.event.Journal;

/** Creates a plan from a read document: rows, rules, milestones, targets and all their events, in one transaction. */
@ApplicationScoped
class PlanIssuing {

    private final PlanRepository plans;
    private final TaskRepository tasks;
    private final MilestoneRepository milestones;
    private final TargetRepository targets;
    private final PlanFollowing following;
    private final IssuingLock lock;
    private final WorkingCalendars calendars;
    private final EntityManager entities;
    private final Journal journal;
    private final Clock clock;

    PlanIssuing(
            PlanRepository plans,
            TaskRepository tasks,
            MilestoneRepository milestones,
            TargetRepository targets,
            PlanFollowing following,
            IssuingLock lock,
            WorkingCalendars calendars,
            EntityManager entities,
            Journal journal,
            Clock clock) {
        this.plans = plans;
        this.tasks = tasks;
        this.milestones = milestones;
        this.targets = targets;
        this.following = following;
        this.lock = lock;
        this.calendars = calendars;
        this.entities = entities;
        this.journal = journal;
        this.clock = clock;
    }

    Plan issue(PlanImport draft, PlanDocument document, PlanReading reading, Authority authority, Actor by) {
        // Event handlers of the authority either wait for this transaction or have committed before: no event is
        // missed.
        lock.exclusive(authority.id());
        Instant now = clock.instant();
        Plan plan = Plan.issued(
                plans.idFor(authority.id(), draft.year(), draft.numberKey()),
                authority.id(),
                draft.id(),
                printed(document),
                progressPeriods(reading.plan(), document),
                by,
                now);
        plans.persist(plan);
        List<Task> rows = new ArrayList<>();
        Map<Integer, Task> byOrder = new HashMap<>();
        Map<Task, List<TaskRule>> rules = new HashMap<>();
        List<Milestone> planned = new ArrayList<>();
        WorkingCalendar calendar = calendars.current();
        for (ReadRow row : reading.plan().rows()) {
            Task task = Task.planned(
                    plan, row.parent().map(byOrder::get).orElse(null), printed(row, plan.progressPeriods()));
            rows.add(task);
            byOrder.put(row.order(), task);
            for (int i = 0; i < row.rules().size(); i++) {
                TimingRule timing = row.rules().get(i);
                TaskRule rule = TaskRule.of(task, i, timing);
                rules.computeIfAbsent(task, key -> new ArrayList<>()).add(rule);
                for (Occurrence occurrence : reading.occurrences().of(timing)) {
                    planned.add(Milestone.planned(task, rule, occurrence, calendar, by, now));
                }
            }
        }
        rows.forEach(tasks::persist);
        rows.forEach(task -> rules.getOrDefault(task, List.of()).forEach(tasks::add));
        store(plan, reading.findings());
        storeTargets(plan, reading.plan().targets(), byOrder);
        journal.appendAll(() -> {
            List<Change> changes = new ArrayList<>();
            changes.add(PlanEvent.issued(plan));
            rows.forEach(task -> changes.add(TaskEvent.planned(task, by, now)));
            return changes;
        });
        milestones.record(planned);
        following.issued(plan);
        return plan;
    }

    /** Without those of the file: texts that the document does not have stay with the import, for those who import plans. */
    private void store(Plan plan, List<Finding> findings) {
        List<Finding> ofThePlan = findings.stream()
                .filter(finding -> !Checks.isAboutFile(finding.code()))
                .toList();
        for (int i = 0; i < ofThePlan.size(); i++) {
            entities.persist(new PlanFinding(plan.id(), i, KeptFinding.of(ofThePlan.get(i))));
        }
    }

    private void storeTargets(Plan plan, List<ReadTarget> read, Map<Integer, Task> byOrder) {
        int position = 1;
        for (ReadTarget target : read) {
            targets.persist(Target.printed(
                    plan,
                    position++,
                    target.areaNumber().orElse(null),
                    target.row().map(byOrder::get).map(Task::id).orElse(null),
                    target.linkedRows().stream().map(byOrder::get).map(Task::id).toList(),
                    target.group().orElse(null),
                    target.text(),
                    target.reading()));
        }
        for (OurTarget ours : OurTarget.values()) {
            targets.persist(Target.ours(plan, position++, ours));
        }
    }

    /**
     * Reporting periods of continuous tasks: those of the plan's first report schedule with due days, otherwise the
     * quarters.
     */
    private static List<String> progressPeriods(ReadPlan read, PlanDocument document) {
        Optional<TimingRule.ReportSchedule> schedule = read.rows().stream()
                .flatMap(row -> row.rules().stream())
                .filter(TimingRule.ReportSchedule.class::isInstance)
                .map(TimingRule.ReportSchedule.class::cast)
                .filter(each ->
                        each.items().stream().allMatch(item -> item.deadline().isPresent()))
                .findFirst();
        if (schedule.isPresent()) {
            return schedule.get().items().stream()
                    .map(item -> item.period().key())
                    .toList();
        }
        int year = document.header().year();
        return List.of(
                new ReportPeriod(year, ReportPeriod.Part.Q1).key(),
                new ReportPeriod(year, ReportPeriod.Part.Q2).key(),
                new ReportPeriod(year, ReportPeriod.Part.Q3).key(),
                new ReportPeriod(year, ReportPeriod.Part.Q4).key());
    }

    private static Plan.Printed printed(PlanDocument document) {
        PlanDocument.Header header = document.header();
        return new Plan.Printed(
                header.number(),
                header.year(),
                header.title(),
                header.issuer(),
                header.place(),
                header.signedOn(),
                header.statedTotal(),
                document.objectives(),
                document.requirements(),
                document.recipients(),
                document.areas().stream()
                        .map(area -> new PlanArea(area.number(), area.title(), area.measures()))
                        .toList(),
                document.arrangements().stream()
                        .map(each -> new PlanArrangement(each.title(), each.paragraphs()))
                        .toList());
    }

    private static Task.Printed printed(ReadRow row, List<String> progressPeriods) {
        boolean continuous = row.rules().stream().anyMatch(rule -> rule.kind() == RuleKind.CONTINUOUS);
        return new Task.Printed(
                row.order(),
                row.level(),
                row.heading(),
                row.printedCode().orElse(null),
                row.code().orElse(null),
                row.title(),
                row.areaNumber().orElse(null),
                row.leadText().orElse(null),
                row.leads().stream().map(Party::of).toList(),
                row.coordinating().stream().map(Party::of).toList(),
                row.products(),
                row.timingText().orElse(null),
                row.rules().stream().map(rule -> rule.kind().name()).toList(),
                row.stated().orElse(null),
                continuous ? progressPeriods : List.of(),
                row.otherCells());
    }
}
