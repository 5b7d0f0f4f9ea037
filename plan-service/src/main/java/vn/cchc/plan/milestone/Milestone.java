package vn.cchc.plan.milestone;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import vn.cchc.plan.task.Task;
import vn.cchc.plan.task.TaskRule;
import vn.cchc.plan.timing.DueBasis;
import vn.cchc.plan.timing.Occurrence;
import vn.cchc.plan.timing.RuleKind;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.time.VietnamTime;

/**
 * A dated, or not yet dated, obligation that follows from a task's timing. {@code UNARMED → OPEN → SUBMITTED →
 * ACCEPTED}, or {@code RETURNED} back to open, or {@code WAIVED}. Unique by rule and occurrence.
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

    @Embedded
    private MilestoneDue due;

    @Column(name = "paused_since")
    private LocalDate pausedSince;

    @Column(name = "due_sort", insertable = false, updatable = false)
    private LocalDate dueSort;

    @Column(name = "submitted_on")
    private LocalDate submittedOn;

    @Column(name = "accepted_on")
    private LocalDate acceptedOn;

    private String reason;

    /** Null until a fact of another service was followed. */
    @Embedded
    private FollowedFact followed;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** Steps of this transaction that are not yet in the journal. */
    @Transient
    private final List<Step> steps = new ArrayList<>();

    protected Milestone() {}

    /**
     * A step of the milestone's history, not yet written.
     *
     * @param what the transition in the history's words, which tell more kinds of it apart
     */
    record Step(
            MilestoneState from,
            MilestoneState to,
            Transition transition,
            String what,
            String reason,
            Instant at,
            Actor by) {}

    /** The kind of aggregate whose events determine the milestone's state. */
    public enum FactKind {
        FEEDBACK,
        REPORT
    }

    /**
     * The state that another service's event gives a milestone.
     *
     * @param epoch with {@code version} the position in the history of the source aggregate
     * @param at business time of the fact, to the microsecond
     * @param state OPEN, ACCEPTED, RETURNED or WAIVED
     * @param submittedOn for ACCEPTED the day of fulfilment; for RETURNED the day of the submission that was returned
     * @param reason for RETURNED and WAIVED
     */
    public record FollowedState(
            FactKind kind,
            UUID id,
            int epoch,
            long version,
            Instant at,
            MilestoneState state,
            LocalDate submittedOn,
            String reason) {

        static final Comparator<FollowedState> IN_TIME = Comparator.comparing(FollowedState::at)
                .thenComparing(FollowedState::version)
                .thenComparing(FollowedState::id);
    }

    /** A milestone of an issued plan: OPEN with a due day, otherwise UNARMED. */
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
        milestone.due = MilestoneDue.undated(calendar);
        occurrence.due().ifPresent(basis -> {
            milestone.due.count(basis, calendar);
            milestone.state = MilestoneState.OPEN;
        });
        milestone.begin(Transition.PLAN, by, now);
        return milestone;
    }

    /** Creates the milestone of an occurrence from this placeholder. */
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
        milestone.due = MilestoneDue.undated(calendar);
        milestone.due.count(basis, calendar);
        milestone.begin(Transition.ARM, by, now);
        return milestone;
    }

    /**
     * Creates the milestone of an occurrence caused by another service's event.
     *
     * @param at as for {@link #follow}
     */
    public Milestone occurring(
            String key,
            String itsLabel,
            DueBasis basis,
            UUID handlingUnit,
            FollowedState fact,
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

    /** Sets the due day of a milestone without one. */
    void arm(DueBasis basis, WorkingCalendar calendar, Actor by, Instant now) {
        require(Transition.ARM);
        due.count(basis, calendar);
        go(MilestoneState.OPEN, Transition.ARM, null, by, now);
    }

    /** Checks that this placeholder still accepts occurrences. */
    void requireArmable() {
        require(Transition.ARM);
    }

    /** Corrects the day of the event. Accepted and waived milestones are not dated anew. */
    void correctDay(DueBasis basis, WorkingCalendar calendar, Actor by, Instant now) {
        if (state == MilestoneState.ACCEPTED || state == MilestoneState.WAIVED) {
            require(Transition.ARM);
        }
        redate(basis, calendar, null, by, now);
    }

    /**
     * Takes over the due day of the feedback it stands for.
     *
     * @param movedFrom the day before the feedback's last recount, if that moved it; otherwise null
     */
    public void followCase(DueBasis basis, LocalDate movedFrom, WorkingCalendar calendar, Actor by, Instant now) {
        String why = due.movedWithCase(basis, movedFrom, calendar);
        redate(basis, calendar, why, by, now);
    }

    /** No-op for the same day with the same basis. */
    private void redate(DueBasis basis, WorkingCalendar calendar, String why, Actor by, Instant now) {
        if (!due.isCountedFrom(basis, calendar)) {
            due.count(basis, calendar);
            go(state, Transition.REDATE, why, by, now);
        }
    }

    /** Recounts with the table in force, which may have changed while the milestone was not open. */
    private void countAnew(WorkingCalendar calendar, Actor by, Instant now) {
        if (due.dueOn().isPresent()) {
            due.movedBy(calendar).ifPresent(day -> recount(day, calendar.version(), by, now));
        }
    }

    /**
     * Takes over the days counted with another version of the table of working days.
     *
     * @throws IllegalStateException unless it is owed; the days of a submission stay as it was judged by
     */
    void recount(DueDay day, String table, Actor by, Instant now) {
        if (!state.isOwed()) {
            throw new IllegalStateException("The days of a milestone that is " + state + " are not recounted: " + id);
        }
        go(state, Transition.REDATE, "recounted", due.recount(day, table), by, now);
    }

    /**
     * Whether this service reports the moves caused by another table. False when the feedback's own due day rolls: then
     * feedback-service moves and reports it.
     */
    boolean isCountedHere() {
        return !due.isDayOfCase() || !due.rolls();
    }

    /**
     * Pauses or resumes the limit of the feedback it stands for. The due day moves when the pause ends.
     *
     * @param since first day of the current pause; {@code null} when there is none
     */
    public void pause(LocalDate since, Actor by, Instant at) {
        if (!Objects.equals(since, pausedSince)) {
            pausedSince = since;
            go(state, Transition.REDATE, since == null ? "resumed" : "paused", null, by, at);
        }
    }

    /**
     * Evidence was submitted. The first submission decides whether it is late; additions before the decision do not.
     */
    void submit(Actor by, Instant now) {
        require(Transition.SUBMIT);
        if (state != MilestoneState.SUBMITTED) {
            submittedOn = LocalDate.ofInstant(now, VietnamTime.ZONE);
        }
        reason = null;
        go(MilestoneState.SUBMITTED, Transition.SUBMIT, null, by, now);
    }

    void accept(Actor by, Instant now) {
        require(Transition.ACCEPT);
        acceptedOn = LocalDate.ofInstant(now, VietnamTime.ZONE);
        reason = null;
        go(MilestoneState.ACCEPTED, Transition.ACCEPT, null, by, now);
    }

    /** Returns it. The due day is recounted, as the table of working days may have changed since the submission. */
    void giveBack(String why, WorkingCalendar calendar, Actor by, Instant now) {
        require(Transition.RETURN);
        reason = why;
        go(MilestoneState.RETURNED, Transition.RETURN, why, by, now);
        countAnew(calendar, by, now);
    }

    void waive(String why, Actor by, Instant now) {
        require(Transition.WAIVE);
        reason = why;
        go(MilestoneState.WAIVED, Transition.WAIVE, why, by, now);
    }

    /**
     * Applies another service's fact. The result depends on the latest fact alone, so duplicates and reordering are
     * harmless.
     *
     * @param at business time of the fact, or the later lower bound set by this service; never before the milestone's
     *     own last change
     * @return whether the state changed
     */
    public boolean follow(FollowedState fact, WorkingCalendar calendar, Actor by, Instant at) {
        if (!isNews(fact)) {
            return false;
        }
        followed = FollowedFact.of(fact, factState().orElse(null));
        // OPEN undoes only a state set by a fact, never one set by people.
        boolean keep = fact.state() == MilestoneState.OPEN
                && factState().filter(state::equals).isEmpty();
        if (keep || alreadySays(fact)) {
            return false;
        }
        // Without a due day it returns to UNARMED.
        MilestoneState told =
                fact.state() == MilestoneState.OPEN && due.dueOn().isEmpty() ? MilestoneState.UNARMED : fact.state();
        submittedOn = fact.state() == MilestoneState.ACCEPTED || fact.state() == MilestoneState.RETURNED
                ? fact.submittedOn()
                : null;
        acceptedOn = fact.state() == MilestoneState.ACCEPTED ? fact.submittedOn() : null;
        reason = fact.reason();
        boolean owedAgain = told.isOwed() && !state.isOwed();
        Transition transition = transition(told);
        boolean reopens = told == MilestoneState.UNARMED || told == MilestoneState.OPEN;
        go(told, transition, reopens ? "reopened" : transition.pastParticiple(), fact.reason(), by, at);
        followed.setState(state);
        if (owedAgain) {
            countAnew(calendar, by, at);
        }
        return true;
    }

    private boolean alreadySays(FollowedState fact) {
        return state == fact.state()
                && Objects.equals(reason, fact.reason())
                && (state != MilestoneState.ACCEPTED || Objects.equals(acceptedOn, fact.submittedOn()));
    }

    private Optional<MilestoneState> factState() {
        return followed == null ? Optional.empty() : followed.state();
    }

    /** The last applied fact has become void: any fact is accepted as newer. */
    public void unfollow() {
        if (followed != null) {
            followed.voided();
        }
    }

    /** Whether the fact is newer than the last applied one. */
    public boolean isNews(FollowedState fact) {
        return followed == null || followed.isBefore(fact, changedAt);
    }

    /** The transition that leads to the state. */
    private static Transition transition(MilestoneState state) {
        return switch (state) {
            case UNARMED -> Transition.PLAN;
            case OPEN -> Transition.ARM;
            case SUBMITTED -> Transition.SUBMIT;
            case ACCEPTED -> Transition.ACCEPT;
            case RETURNED -> Transition.RETURN;
            case WAIVED -> Transition.WAIVE;
        };
    }

    /** Sets the responsible unit: the task's lead unit until another unit handles the feedback. */
    public void handledBy(UUID handlingUnit, Actor by, Instant now) {
        if (handlingUnit != null && !handlingUnit.equals(unitId)) {
            unitId = handlingUnit;
            go(state, Transition.REDATE, "reassigned", null, by, now);
        }
    }

    private void begin(Transition transition, Actor by, Instant now) {
        changedAt = now.truncatedTo(ChronoUnit.MICROS);
        steps.add(new Step(null, state, transition, transition.pastParticiple(), null, changedAt, by));
    }

    private void go(MilestoneState to, Transition transition, String why, Actor by, Instant now) {
        go(to, transition, transition.pastParticiple(), why, by, now);
    }

    /** The time of a step is never before that of the previous one, in spite of late facts and clock skew. */
    private void go(MilestoneState to, Transition transition, String what, String why, Actor by, Instant now) {
        Instant cut = now.truncatedTo(ChronoUnit.MICROS);
        Instant at = cut.isBefore(changedAt) ? changedAt : cut;
        steps.add(new Step(state, to, transition, what, why, at, by));
        if (to != MilestoneState.ACCEPTED) {
            acceptedOn = null;
        }
        if (to != state) {
            // The new state counts as set by people until {@code follow} says otherwise.
            if (followed != null) {
                followed.setState(null);
            }
        }
        state = to;
        changedAt = at;
    }

    private void require(Transition transition) {
        transition.requireFrom(state, state.transitions());
    }

    /** Reference for evidence of this milestone. */
    public Evidence.Place place() {
        return new Evidence.Place(id, planId, authorityId);
    }

    /** Returns and clears the steps since it was loaded. */
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

    /** The responsible unit. */
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
        return due.dueOn();
    }

    /** Sort key of lists: the due day, or the maximum date when there is none. */
    public LocalDate dueSort() {
        return dueSort;
    }

    /** The aggregate of the last applied fact. */
    public Optional<UUID> factId() {
        return Optional.ofNullable(followed).map(FollowedFact::id);
    }

    /** The due day with its basis. */
    public MilestoneDue due() {
        return due;
    }

    public Optional<LocalDate> submittedOn() {
        return Optional.ofNullable(submittedOn);
    }

    public Optional<LocalDate> acceptedOn() {
        return Optional.ofNullable(acceptedOn);
    }

    /** Reason for its return or waiver. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** First day of the current pause of its limit. */
    public Optional<LocalDate> pausedSince() {
        return Optional.ofNullable(pausedSince);
    }

    /**
     * Whether it is still owed and its due day has passed. A pause suspends the limit, as for the feedback: what was
     * overdue when the pause began stays overdue, everything else does not become overdue.
     */
    public boolean isOverdue(LocalDate today) {
        return state.isOwed()
                && due.dueOn()
                        .filter(day -> today.isAfter(day) && (pausedSince == null || day.isBefore(pausedSince)))
                        .isPresent();
    }

    /** {@link #isOverdue} as an SQL and HQL condition over these columns; served by the index on the due day. */
    public static String overdueSql(String state, String dueOn, String pausedSince, String today) {
        return "(%1$s in ('OPEN', 'RETURNED') and %2$s < %4$s and (%3$s is null or %2$s < %3$s))"
                .formatted(state, dueOn, pausedSince, today);
    }

    /** Whether it was submitted after its due day. */
    public boolean isLate() {
        return submittedOn != null && due.dueOn().filter(submittedOn::isAfter).isPresent();
    }
}
