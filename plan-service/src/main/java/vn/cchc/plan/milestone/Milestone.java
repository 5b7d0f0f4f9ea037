package vn.cchc.plan.milestone;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.plan.Transition;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.plan.Actor;
import vn.cchc.plan.task.Task;
import vn.cchc.plan.task.TaskRule;
import vn.cchc.plan.timing.DueBasis;
import vn.cchc.plan.timing.DueBasisKind;
import vn.cchc.plan.timing.Occurrence;
import vn.cchc.plan.timing.Offset;
import vn.cchc.plan.timing.OffsetUnit;
import vn.cchc.plan.timing.RuleKind;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.recount.Moves;
import vn.cchc.platform.recount.RecountReason;
import vn.cchc.platform.time.VietnamTime;

/**
 * One dated, or yet undated, obligation that a task's timing gives rise to. {@code UNARMED → OPEN → SUBMITTED → ACCEPTED},
 * or {@code RETURNED} back to open, or {@code WAIVED}. Identified by (rule, occurrence).
 */
@Entity
@Table(name = "milestone")
public class Milestone {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "authority_id")
    private UUID authorityId;

    @Column(name = "task_id")
    private UUID taskId;

    @Column(name = "rule_id")
    private UUID ruleId;

    @Column(name = "unit_id")
    private UUID unitId;

    private int year;

    @Enumerated(EnumType.STRING)
    @Column(name = "rule_kind")
    private RuleKind ruleKind;

    private String occurrence;
    private String label;

    @Enumerated(EnumType.STRING)
    private MilestoneState state;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "work_on")
    private LocalDate workOn;

    @Column(name = "due_calendar")
    private String dueCalendar;

    @Column(name = "due_provisional")
    private boolean dueProvisional;

    @Column(name = "due_rolls")
    private boolean dueRolls = true;

    @Column(name = "due_moved_from")
    private LocalDate dueMovedFrom;

    @Column(name = "work_moved_from")
    private LocalDate workMovedFrom;

    @Column(name = "paused_since")
    private LocalDate pausedSince;

    @Column(name = "due_sort", insertable = false, updatable = false)
    private LocalDate dueSort;

    @Enumerated(EnumType.STRING)
    @Column(name = "basis_kind")
    private DueBasisKind basisKind;

    @Column(name = "basis_day")
    private LocalDate basisDay;

    @Column(name = "basis_inclusive")
    private Boolean basisInclusive;

    @Column(name = "basis_amount")
    private Integer basisAmount;

    @Enumerated(EnumType.STRING)
    @Column(name = "basis_unit")
    private OffsetUnit basisUnit;

    @Column(name = "submitted_on")
    private LocalDate submittedOn;

    @Column(name = "accepted_on")
    private LocalDate acceptedOn;

    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "fact_kind")
    private FactKind factKind;

    @Column(name = "fact_id")
    private UUID factId;

    /** Null where it was followed before there were epochs: then 0. */
    @Column(name = "fact_epoch")
    private Integer factEpoch;

    @Column(name = "fact_version")
    private Long factVersion;

    /** Business time of the fact; null where it was followed before that was kept. */
    @Column(name = "fact_at")
    private Instant factAt;

    /** The state, where a fact has put it there and nobody has changed it since. */
    @Enumerated(EnumType.STRING)
    @Column(name = "fact_state")
    private MilestoneState factState;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** The version of no fact: each comes behind it. */
    private static final long BEFORE_ALL = -1;

    /** What was done in this transaction and is not in the journal yet. */
    @Transient
    private final List<Step> steps = new ArrayList<>();

    protected Milestone() {}

    /** One step of the milestone's history, not yet written. */
    record Step(MilestoneState from, MilestoneState to, String what, String reason, Instant at, Actor by) {}

    /** What another service's event says about the obligation. */
    public enum FactKind {
        FEEDBACK,
        REPORT
    }

    /**
     * The state that a fact puts a milestone in.
     *
     * @param epoch       with {@code version} its place in the history of the aggregate that tells it
     * @param at          business time of the fact, to the microsecond
     * @param state       OPEN, ACCEPTED, RETURNED or WAIVED
     * @param submittedOn the day the obligation was met, for ACCEPTED; when it was thought to be, for RETURNED
     * @param reason      for RETURNED and WAIVED
     */
    public record Fact(
            FactKind kind,
            UUID id,
            int epoch,
            long version,
            Instant at,
            MilestoneState state,
            LocalDate submittedOn,
            String reason) {

        private static final Comparator<Fact> IN_TIME =
                Comparator.comparing(Fact::at).thenComparing(Fact::version).thenComparing(Fact::id);
    }

    /** As a rule of an issued plan asks for it: open when it has a due day, else waiting. */
    public static Milestone planned(
            Task task, TaskRule rule, Occurrence occurrence, WorkingCalendar calendar, Actor by, Instant now) {
        Milestone milestone = new Milestone();
        milestone.id = Ids.derived(rule.id(), occurrence.key());
        milestone.planId = task.planId();
        milestone.authorityId = task.authorityId();
        milestone.taskId = task.id();
        milestone.ruleId = rule.id();
        milestone.unitId = task.leadUnitId().orElse(null);
        milestone.year = task.year();
        milestone.ruleKind = rule.kind();
        milestone.occurrence = occurrence.key();
        milestone.label = occurrence.label();
        milestone.state = MilestoneState.UNARMED;
        milestone.dueCalendar = calendar.version();
        occurrence.due().ifPresent(basis -> {
            milestone.date(basis, calendar);
            milestone.state = MilestoneState.OPEN;
        });
        milestone.begin("planned", by, now);
        return milestone;
    }

    /** An occurrence of what this placeholder waits for. */
    Milestone occurring(String key, String itsLabel, DueBasis basis, WorkingCalendar calendar, Actor by, Instant now) {
        Milestone milestone = new Milestone();
        milestone.id = Ids.derived(ruleId, key);
        milestone.planId = planId;
        milestone.authorityId = authorityId;
        milestone.taskId = taskId;
        milestone.ruleId = ruleId;
        milestone.unitId = unitId;
        milestone.year = year;
        milestone.ruleKind = ruleKind;
        milestone.occurrence = key;
        milestone.label = itsLabel;
        milestone.state = MilestoneState.OPEN;
        milestone.date(basis, calendar);
        milestone.begin("armed", by, now);
        return milestone;
    }

    /**
     * An occurrence that another service's event brings.
     *
     * @param at as for {@link #follow}
     */
    public Milestone occurring(
            String key,
            String itsLabel,
            DueBasis basis,
            UUID handlingUnit,
            Fact fact,
            WorkingCalendar calendar,
            Actor by,
            Instant at) {
        Milestone milestone = occurring(key, itsLabel, basis, calendar, by, at);
        if (handlingUnit != null) {
            milestone.unitId = handlingUnit;
        }
        milestone.follow(fact, calendar, by, at);
        return milestone;
    }

    /** Gives a period without a day its due day. */
    void arm(DueBasis basis, WorkingCalendar calendar, Actor by, Instant now) {
        require(Transition.ARM);
        date(basis, calendar);
        go(MilestoneState.OPEN, "armed", null, by, now);
    }

    /** Checks that occurrences may still be added to this placeholder. */
    void requireArmable() {
        require(Transition.ARM);
    }

    /** The event happened on another day than was thought. What is decided is not dated anew. */
    void correctDay(DueBasis basis, WorkingCalendar calendar, Actor by, Instant now) {
        if (state == MilestoneState.ACCEPTED || state == MilestoneState.WAIVED) {
            require(Transition.ARM);
        }
        redate(basis, calendar, by, now);
    }

    /** What it waits for is known better now. The same day for the same cause changes nothing. */
    private void redate(DueBasis basis, WorkingCalendar calendar, Actor by, Instant now) {
        redate(basis, calendar, null, by, now);
    }

    /**
     * Follows the day of the case it stands for.
     *
     * @param movedFrom the day before the case was last counted anew, where it has moved then; null where it has not
     */
    public void followCase(DueBasis basis, LocalDate movedFrom, WorkingCalendar calendar, Actor by, Instant now) {
        String why = movedFrom == null || movedFrom.equals(dueMovedFrom)
                ? null
                : RecountReason.of(
                        basis.counted().map(DueBasis.Counted::calendar).orElse(calendar.version()),
                        movedFrom,
                        basis.day());
        dueMovedFrom = movedFrom;
        redate(basis, calendar, why, by, now);
    }

    private void redate(DueBasis basis, WorkingCalendar calendar, String why, Actor by, Instant now) {
        DueDay due = basis.dueDay(calendar);
        if (due.dueOn().equals(dueOn) && due.provisional() == dueProvisional && basis().equals(Optional.of(basis))) {
            return;
        }
        date(basis, calendar);
        go(state, "redated", why, by, now);
    }

    /** The days as another table of working days gives them; empty where both, and whether they are provisional, stay. */
    Optional<DueDay> movedBy(WorkingCalendar calendar) {
        DueDay due = basis().orElseThrow().dueDay(calendar);
        return due.dueOn().equals(dueOn) && due.workOn().equals(workOn) && due.provisional() == dueProvisional
                ? Optional.empty()
                : Optional.of(due);
    }

    /** It is owed again, perhaps by days that another table gave. */
    private void countAnew(WorkingCalendar calendar, Actor by, Instant now) {
        if (dueOn != null) {
            movedBy(calendar).ifPresent(due -> recount(due, calendar.version(), by, now));
        }
    }

    /** What that does to it. */
    Moves moves(Optional<DueDay> moved) {
        return moved.map(due -> Moves.of(
                        due.dueOn().equals(dueOn)
                                ? due.workOn().compareTo(workOn)
                                : due.dueOn().compareTo(dueOn),
                        dueProvisional && !due.provisional()))
                .orElse(Moves.of(0, false));
    }

    /** Takes over the days that another table of working days, of that version, gives. */
    void recount(DueDay due, String table, Actor by, Instant now) {
        boolean dueMoves = !due.dueOn().equals(dueOn);
        String why = dueMoves || due.workOn().equals(workOn)
                ? RecountReason.of(table, dueOn, due.dueOn())
                : RecountReason.ofWorkDay(table, workOn, due.workOn());
        dueMovedFrom = dueMoves ? dueOn : dueMovedFrom;
        workMovedFrom = due.workOn().equals(workOn) ? workMovedFrom : workOn;
        take(due);
        go(state, "recounted", why, by, now);
    }

    /** Whether its day is that of a case, which the service that keeps the case has counted. */
    boolean isDayOfCase() {
        return basisKind == DueBasisKind.DAY_OF_CASE;
    }

    /**
     * Whether what another table of working days moves is told by this service: unless the service that keeps the case moves the
     * day of the case, and tells it.
     */
    boolean isCountedHere() {
        return !isDayOfCase() || !dueRolls;
    }

    /**
     * The limit of the case it stands for does not run, or runs again. Its due day moves when the pause is over.
     *
     * @param since first day of the pause under way; {@code null} when there is none
     */
    public void pause(LocalDate since, Actor by, Instant at) {
        if (!Objects.equals(since, pausedSince)) {
            pausedSince = since;
            go(state, since == null ? "resumed" : "paused", null, by, at);
        }
    }

    /** Evidence was handed in. What is added before the decision does not make late what was in time. */
    void submit(Actor by, Instant now) {
        require(Transition.SUBMIT);
        if (state != MilestoneState.SUBMITTED) {
            submittedOn = LocalDate.ofInstant(now, VietnamTime.ZONE);
        }
        reason = null;
        go(MilestoneState.SUBMITTED, "submitted", null, by, now);
    }

    void accept(Actor by, Instant now) {
        require(Transition.ACCEPT);
        acceptedOn = LocalDate.ofInstant(now, VietnamTime.ZONE);
        reason = null;
        go(MilestoneState.ACCEPTED, "accepted", null, by, now);
    }

    /** It is owed again, by its day as the working days in force give it: they may have changed since it was handed in. */
    void giveBack(String why, WorkingCalendar calendar, Actor by, Instant now) {
        require(Transition.RETURN);
        reason = why;
        go(MilestoneState.RETURNED, "returned", why, by, now);
        countAnew(calendar, by, now);
    }

    void waive(String why, Actor by, Instant now) {
        require(Transition.WAIVE);
        reason = why;
        go(MilestoneState.WAIVED, "waived", why, by, now);
    }

    /**
     * Follows what another service tells of the obligation. The outcome depends on the last fact alone, so duplicates and
     * disorder do no harm.
     *
     * @param at business time of the fact, or the later one from which the change could happen here; never before the
     *     milestone's own last change
     * @return whether the state changed
     */
    public boolean follow(Fact fact, WorkingCalendar calendar, Actor by, Instant at) {
        if (!isNews(fact)) {
            return false;
        }
        factKind = fact.kind();
        factId = fact.id();
        factEpoch = fact.epoch();
        factVersion = fact.version();
        factAt = fact.at();
        // "Open again" undoes what facts have done, never what people have.
        boolean keep = fact.state() == MilestoneState.OPEN && state != factState;
        if (keep || alreadySays(fact)) {
            return false;
        }
        // What nobody has given a day waits for one again.
        MilestoneState told =
                fact.state() == MilestoneState.OPEN && dueOn == null ? MilestoneState.UNARMED : fact.state();
        submittedOn = fact.state() == MilestoneState.ACCEPTED || fact.state() == MilestoneState.RETURNED
                ? fact.submittedOn()
                : null;
        acceptedOn = fact.state() == MilestoneState.ACCEPTED ? fact.submittedOn() : null;
        reason = fact.reason();
        boolean owedAgain = told.isOwed() && !state.isOwed();
        go(told, word(told), fact.reason(), by, at);
        factState = state;
        if (owedAgain) {
            countAnew(calendar, by, at);
        }
        return true;
    }

    private boolean alreadySays(Fact fact) {
        return state == fact.state()
                && Objects.equals(reason, fact.reason())
                && (state != MilestoneState.ACCEPTED || Objects.equals(acceptedOn, fact.submittedOn()));
    }

    /** What was followed last has become void: whatever is told next is news. */
    public void unfollow() {
        factEpoch = null;
        factVersion = BEFORE_ALL;
        factAt = null;
    }

    /**
     * Whether the fact is later than the one that was followed last: of the same aggregate, by its history; of another, by
     * business time. A fact that comes again is no news.
     */
    public boolean isNews(Fact fact) {
        if (factId == null) {
            return true;
        }
        int followedEpoch = factEpoch == null ? 0 : factEpoch;
        if (fact.id().equals(factId)) {
            return fact.epoch() > followedEpoch || (fact.epoch() == followedEpoch && fact.version() > factVersion);
        }
        Instant followedAt = factAt == null ? changedAt : factAt;
        return Fact.IN_TIME.compare(
                        fact, new Fact(factKind, factId, followedEpoch, factVersion, followedAt, factState, null, null))
                > 0;
    }

    private static String word(MilestoneState state) {
        return switch (state) {
            case UNARMED, OPEN -> "reopened";
            case SUBMITTED -> "submitted";
            case ACCEPTED -> "accepted";
            case RETURNED -> "returned";
            case WAIVED -> "waived";
        };
    }

    /** Whose list it stands in; the unit of the task until another one handles the case. */
    public void handledBy(UUID handlingUnit, Actor by, Instant now) {
        if (handlingUnit != null && !handlingUnit.equals(unitId)) {
            unitId = handlingUnit;
            go(state, "reassigned", null, by, now);
        }
    }

    private void date(DueBasis basis, WorkingCalendar calendar) {
        take(basis.dueDay(calendar));
        basisKind = basis.kind();
        basisDay = basis.day();
        basisInclusive = basis.inclusive();
        basisAmount = basis.offset().map(Offset::amount).orElse(null);
        basisUnit = basis.offset().map(Offset::unit).orElse(null);
        dueRolls = basis.counted().map(DueBasis.Counted::rolls).orElse(true);
    }

    private void take(DueDay due) {
        dueOn = due.dueOn();
        workOn = due.workOn();
        dueCalendar = due.explanation().tableVersion();
        dueProvisional = due.provisional();
    }

    private void begin(String what, Actor by, Instant now) {
        changedAt = now.truncatedTo(ChronoUnit.MICROS);
        steps.add(new Step(null, state, what, null, changedAt, by));
    }

    /** A fact that is heard late, or a clock that lags behind another, does not turn the order of the steps. */
    private void go(MilestoneState to, String what, String why, Actor by, Instant now) {
        Instant cut = now.truncatedTo(ChronoUnit.MICROS);
        Instant at = cut.isBefore(changedAt) ? changedAt : cut;
        steps.add(new Step(state, to, what, why, at, by));
        if (to != MilestoneState.ACCEPTED) {
            acceptedOn = null;
        }
        if (to != state) {
            // Until a fact says so again, what stands now was done by people.
            factState = null;
        }
        state = to;
        changedAt = at;
    }

    private void require(Transition transition) {
        transition.requireFrom(state, state.transitions());
    }

    /** Where evidence is put. */
    public Evidence.Place place() {
        return new Evidence.Place(id, planId, authorityId);
    }

    /** What was done since it was loaded, once. */
    List<Step> takeSteps() {
        List<Step> taken = List.copyOf(steps);
        steps.clear();
        return taken;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID planId() {
        return planId;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public UUID taskId() {
        return taskId;
    }

    public UUID ruleId() {
        return ruleId;
    }

    /** Whose list it stands in. */
    public Optional<UUID> unitId() {
        return Optional.ofNullable(unitId);
    }

    public int year() {
        return year;
    }

    public RuleKind ruleKind() {
        return ruleKind;
    }

    public String occurrence() {
        return occurrence;
    }

    public boolean isStanding() {
        return occurrence.equals(Occurrence.STANDING);
    }

    public String label() {
        return label;
    }

    public MilestoneState state() {
        return state;
    }

    public Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    /** The due day, or the last of days where there is none: how lists are ordered. */
    public LocalDate dueSort() {
        return dueSort;
    }

    /** The aggregate whose fact it has followed last. */
    public Optional<UUID> factId() {
        return Optional.ofNullable(factId);
    }

    /** Which other service decides on it, if one does. */
    public Optional<FactKind> factKind() {
        return Optional.ofNullable(factKind);
    }

    /** The last working day on or before {@link #dueOn()}. */
    public Optional<LocalDate> workOn() {
        return Optional.ofNullable(workOn);
    }

    /** The version of the table of working days that the due day was counted with, where there is one. */
    public Optional<String> dueCalendar() {
        return dueOn == null ? Optional.empty() : Optional.of(dueCalendar);
    }

    /** Whether the due day rests on a year without a table: then it may move when the table comes. */
    public boolean isDueProvisional() {
        return dueProvisional;
    }

    /** The due day before the working days were last counted anew, where it has moved then. */
    public Optional<LocalDate> dueMovedFrom() {
        return Optional.ofNullable(dueMovedFrom);
    }

    /** The same of {@link #workOn()}. */
    public Optional<LocalDate> workMovedFrom() {
        return Optional.ofNullable(workMovedFrom);
    }

    public Optional<DueBasis> basis() {
        if (basisKind == null) {
            return Optional.empty();
        }
        Optional<Offset> offset =
                basisAmount == null ? Optional.empty() : Optional.of(new Offset(basisAmount, basisUnit));
        Optional<DueBasis.Counted> counted = basisKind == DueBasisKind.DAY_OF_CASE
                ? Optional.of(new DueBasis.Counted(dueCalendar, dueProvisional, dueRolls))
                : Optional.empty();
        return Optional.of(new DueBasis(basisKind, basisDay, basisInclusive, offset, counted));
    }

    public Optional<LocalDate> submittedOn() {
        return Optional.ofNullable(submittedOn);
    }

    public Optional<LocalDate> acceptedOn() {
        return Optional.ofNullable(acceptedOn);
    }

    /** Why it was returned or waived. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** First day of the pause of its limit that is under way. */
    public Optional<LocalDate> pausedSince() {
        return Optional.ofNullable(pausedSince);
    }

    /**
     * Whether something is owed and its day has passed. A pause stops the limit where it stands, as for the feedback itself: what
     * was overdue when it began stays so, all else waits.
     */
    public boolean isOverdue(LocalDate today) {
        return state.isOwed()
                && dueOn != null
                && today.isAfter(dueOn)
                && (pausedSince == null || dueOn.isBefore(pausedSince));
    }

    /** {@link #isOverdue} as a condition of SQL and of HQL over these columns; an index by due day serves it. */
    public static String overdueSql(String state, String dueOn, String pausedSince, String today) {
        return "(%1$s in ('OPEN', 'RETURNED') and %2$s < %4$s and (%3$s is null or %2$s < %3$s))"
                .formatted(state, dueOn, pausedSince, today);
    }

    /** Whether it was handed in after its day. */
    public boolean isLate() {
        return submittedOn != null && dueOn != null && submittedOn.isAfter(dueOn);
    }
}
