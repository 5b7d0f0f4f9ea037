package vn.cchc.plan.fulfilment;

import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.evidence.EvidenceKind;
import vn.cchc.plan.evidence.EvidenceRepository;
import vn.cchc.plan.milestone.Milestone;
import vn.cchc.plan.milestone.MilestoneRepository;
import vn.cchc.plan.milestone.MilestoneState;
import vn.cchc.plan.plan.Plan;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.plan.task.TaskRepository;
import vn.cchc.plan.task.TaskRule;
import vn.cchc.plan.timing.AwaitedEvent;
import vn.cchc.plan.timing.DueBasis;
import vn.cchc.plan.timing.Occurrence;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.Voided;
import vn.cchc.platform.time.VietnamTime;

/**
 * Applies feedback-service's events to milestones, in the order of each feedback's versions and at the business time of
 * the fact. Idempotent: a fact that has been applied changes nothing.
 */
@ApplicationScoped
class FeedbackFacts {

    static final String KIND = "feedback";

    private static final Actor BY = Actor.service("feedback-service");

    private final TaskRepository tasks;
    private final PlanRepository plans;
    private final MilestoneRepository milestones;
    private final EvidenceRepository evidence;
    private final HandedIn handedIn;
    private final WorkingCalendars calendars;
    private final FactTime time;
    private final Clock clock;
    private final KnownFacts known;

    FeedbackFacts(
            TaskRepository tasks,
            PlanRepository plans,
            MilestoneRepository milestones,
            EvidenceRepository evidence,
            HandedIn handedIn,
            WorkingCalendars calendars,
            FactTime time,
            Clock clock,
            KnownFacts known) {
        this.tasks = tasks;
        this.plans = plans;
        this.milestones = milestones;
        this.evidence = evidence;
        this.handedIn = handedIn;
        this.calendars = calendars;
        this.time = time;
        this.clock = clock;
        this.known = known;
    }

    /** A change of one feedback. */
    private record FeedbackChange(FeedbackState feedback, int epoch, Instant at) {

        static FeedbackChange of(IncomingEvent event) {
            return new FeedbackChange(
                    event.as(FeedbackState.class),
                    event.epoch(),
                    event.occurredAt().toInstant());
        }

        UUID id() {
            return feedback.id();
        }

        boolean concerns(TaskRule rule) {
            return feedback.authorityId().equals(rule.authorityId())
                    && feedback.receivedOn().getYear() == rule.year();
        }
    }

    /** Applies the events to the milestones, in order. */
    void take(List<IncomingEvent> events) {
        follow(events.stream().map(FeedbackChange::of).toList());
    }

    /** Arms the rules of a plan from feedback of its year that was received before the plan was issued. */
    void armPlan(Plan plan) {
        OffsetDateTime yearBegins =
                LocalDate.of(plan.year(), 1, 1).atStartOfDay(VietnamTime.ZONE).toOffsetDateTime();
        known.last(
                KIND,
                plan.authorityId(),
                yearBegins,
                batch -> follow(batch.stream()
                        .map(FeedbackChange::of)
                        .filter(fact -> fact.feedback().receivedOn().getYear() == plan.year())
                        .toList()));
    }

    /**
     * Re-evaluates feedback of which feedback-service has lost events. A milestone of feedback that no longer exists is
     * waived; when the sender submits it again, it has the same id. Evidence of a lost answer is deleted.
     */
    void voided(List<Voided> aggregates) {
        Map<UUID, Voided> byId = new HashMap<>();
        aggregates.forEach(voided -> byId.put(voided.id(), voided));
        WorkingCalendar calendar = calendars.current();
        Instant at = FactTime.notBefore(clock.instant(), time.earliest());
        List<Milestone> following = milestones.following(Milestone.FactKind.FEEDBACK, byId.keySet());
        for (Milestone milestone : following) {
            milestone.unfollow();
            Voided voided = byId.get(UUID.fromString(milestone.occurrence()));
            if (voided != null && voided.last().isEmpty()) {
                milestone.follow(
                        new Milestone.FollowedState(
                                Milestone.FactKind.FEEDBACK,
                                voided.id(),
                                voided.epoch(),
                                0,
                                at,
                                MilestoneState.WAIVED,
                                null,
                                MessageBundles.get(FulfilmentMessages.class).feedbackLost()),
                        calendar,
                        BY,
                        at);
            }
        }
        milestones.record(following);
        evidence.withdraw(handedIn.lost(KIND, byId.keySet(), FeedbackState.HANDED_IN));
        take(aggregates.stream().flatMap(voided -> voided.last().stream()).toList());
    }

    private void follow(List<FeedbackChange> facts) {
        Batches.of(facts).forEach(this::followBatch);
    }

    private void followBatch(List<FeedbackChange> facts) {
        Set<UUID> authorityIds = new HashSet<>();
        Set<Integer> years = new HashSet<>();
        Set<String> occurrences = new HashSet<>();
        for (FeedbackChange fact : facts) {
            authorityIds.add(fact.feedback().authorityId());
            years.add(fact.feedback().receivedOn().getYear());
            occurrences.add(fact.id().toString());
        }
        List<TaskRule> rules = tasks.armedBy(AwaitedEvent.FEEDBACK_RECEIVED, authorityIds, years);
        if (rules.isEmpty()) {
            return;
        }
        Map<UUID, Map<String, Milestone>> byRule = new HashMap<>();
        milestones
                .ofRules(rules.stream().map(TaskRule::id).toList(), occurrences)
                .forEach(milestone -> byRule.computeIfAbsent(milestone.ruleId(), key -> new HashMap<>())
                        .put(milestone.occurrence(), milestone));
        Map<UUID, Instant> issuedAt =
                plans.issuedAt(rules.stream().map(TaskRule::planId).distinct().toList());
        WorkingCalendar calendar = calendars.current();
        Instant earliest = time.earliest();
        for (List<FeedbackChange> pass : Passes.of(facts, FeedbackChange::id)) {
            Map<Milestone, FeedbackChange> followed = new LinkedHashMap<>();
            for (TaskRule rule : rules) {
                Map<String, Milestone> ofRule = byRule.getOrDefault(rule.id(), Map.of());
                Instant begin = FactTime.notBefore(issuedAt.get(rule.planId()), earliest);
                for (FeedbackChange fact : pass) {
                    if (fact.concerns(rule)) {
                        follow(rule, ofRule, fact, calendar, FactTime.notBefore(fact.at(), begin))
                                .ifPresent(milestone -> {
                                    ofRule.put(milestone.occurrence(), milestone);
                                    followed.put(milestone, fact);
                                });
                    }
                }
            }
            milestones.record(followed.keySet());
            addEvidence(followed, earliest);
        }
    }

    /** @return the milestone; empty when the fact had been applied before */
    private static Optional<Milestone> follow(
            TaskRule rule, Map<String, Milestone> ofRule, FeedbackChange told, WorkingCalendar calendar, Instant at) {
        FeedbackState feedback = told.feedback();
        Milestone.FollowedState fact = new Milestone.FollowedState(
                Milestone.FactKind.FEEDBACK,
                feedback.id(),
                told.epoch(),
                feedback.version(),
                told.at(),
                FeedbackState.outcome(feedback.state()),
                feedback.answeredDay() != null ? feedback.answeredDay() : feedback.receivedOn(),
                FeedbackState.reason(feedback.state()));
        // The feedback's own policy determines its due day; without one, the rule's term applies.
        DueBasis basis = feedback.dueOn() != null
                ? DueBasis.dayOfCase(feedback.dueOn(), feedback.counted(calendar))
                : DueBasis.ofEvent(feedback.receivedOn(), rule.offset().orElseThrow());
        Milestone milestone = ofRule.get(feedback.id().toString());
        if (milestone == null) {
            Milestone armed = ofRule.get(Occurrence.STANDING)
                    .occurring(
                            feedback.id().toString(),
                            MessageBundles.get(FulfilmentMessages.class).feedbackReceived(feedback.receivedOn()),
                            basis,
                            feedback.unitId(),
                            fact,
                            calendar,
                            BY,
                            at);
            armed.pause(feedback.pausedSince(), BY, at);
            return Optional.of(armed);
        }
        if (!milestone.isNews(fact)) {
            return Optional.empty();
        }
        milestone.handledBy(feedback.unitId(), BY, at);
        milestone.followCase(basis, feedback.dueMovedFrom(), calendar, BY, at);
        milestone.pause(feedback.pausedSince(), BY, at);
        milestone.follow(fact, calendar, BY, at);
        return Optional.of(milestone);
    }

    /** The event itself is the evidence. It stays when the feedback is reopened. */
    private void addEvidence(Map<Milestone, FeedbackChange> followed, Instant earliest) {
        Map<Milestone, FeedbackChange> answered = new LinkedHashMap<>(followed);
        answered.values().removeIf(fact -> FeedbackState.outcome(fact.feedback().state()) != MilestoneState.ACCEPTED);
        Set<EvidenceRepository.Told> shown =
                evidence.told(answered.keySet().stream().map(Milestone::id).toList());
        answered.forEach((milestone, fact) -> {
            if (!shown.contains(new EvidenceRepository.Told(milestone.id(), fact.id()))) {
                evidence.persist(Evidence.fact(
                        milestone.place(),
                        EvidenceKind.FEEDBACK,
                        fact.id(),
                        BY,
                        FactTime.notBefore(fact.at(), earliest)));
            }
        });
    }
}
