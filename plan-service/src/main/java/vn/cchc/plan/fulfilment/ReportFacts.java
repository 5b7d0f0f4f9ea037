package vn.cchc.plan.fulfilment;

import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.evidence.EvidenceKind;
import vn.cchc.plan.evidence.EvidenceRepository;
import vn.cchc.plan.milestone.Milestone;
import vn.cchc.plan.milestone.MilestoneRepository;
import vn.cchc.plan.milestone.MilestoneState;
import vn.cchc.plan.plan.Plan;
import vn.cchc.plan.target.OurTarget;
import vn.cchc.plan.target.TargetReading;
import vn.cchc.plan.target.TargetReadings;
import vn.cchc.plan.target.TargetRepository;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.Voided;
import vn.cchc.platform.time.VietnamTime;

/**
 * Applies reporting-service's events to milestones and to the readings of the system's own target, at the business time
 * of the fact. When several reports refer to one milestone, the one that changed last determines its state. Idempotent:
 * a fact that has been applied changes nothing.
 */
@ApplicationScoped
class ReportFacts {

    static final String KIND = "report";

    private static final Actor BY = Actor.service("reporting-service");

    private final MilestoneRepository milestones;
    private final EvidenceRepository evidence;
    private final HandedIn handedIn;
    private final TargetRepository targets;
    private final TargetReadings readings;
    private final WorkingCalendars calendars;
    private final FactTime time;
    private final KnownFacts known;
    private final Clock clock;

    ReportFacts(
            MilestoneRepository milestones,
            EvidenceRepository evidence,
            HandedIn handedIn,
            TargetRepository targets,
            TargetReadings readings,
            WorkingCalendars calendars,
            FactTime time,
            KnownFacts known,
            Clock clock) {
        this.milestones = milestones;
        this.evidence = evidence;
        this.handedIn = handedIn;
        this.targets = targets;
        this.readings = readings;
        this.calendars = calendars;
        this.time = time;
        this.known = known;
        this.clock = clock;
    }

    /** A change of one report. */
    private record ReportChange(ReportState report, int epoch, Instant at) {

        static ReportChange of(IncomingEvent event) {
            return new ReportChange(
                    event.as(ReportState.class),
                    event.epoch(),
                    event.occurredAt().toInstant());
        }

        UUID milestoneId() {
            return report.milestoneId();
        }

        Milestone.FollowedState ofMilestone() {
            return new Milestone.FollowedState(
                    Milestone.FactKind.REPORT,
                    report.id(),
                    epoch,
                    report.version(),
                    at,
                    ReportState.outcome(report.state()),
                    report.sentDay(),
                    ReportState.reason(report.state(), report.number()));
        }
    }

    /** Applies the events to milestones and readings, in order. */
    void take(List<IncomingEvent> events) {
        take(events.stream().map(ReportChange::of).toList(), time.earliest());
    }

    /**
     * Applies the reports on a plan that arrived before it was issued. This happens when a plan lost by a restore is
     * issued again: its milestones have the same ids.
     */
    void followPlan(Plan plan) {
        OffsetDateTime yearBefore = LocalDate.of(plan.year() - 1, 1, 1)
                .atStartOfDay(VietnamTime.ZONE)
                .toOffsetDateTime();
        List<ReportChange> facts = new ArrayList<>();
        known.last(KIND, plan.authorityId(), yearBefore, batch -> batch.stream()
                .map(ReportChange::of)
                .filter(fact -> plan.id().equals(fact.report().planId()))
                .forEach(facts::add));
        // Of several reports on one milestone the last to change is the last to be followed.
        facts.sort(Comparator.comparing(ReportChange::at)
                .thenComparing(fact -> fact.report().id(), Reached.BY_ID));
        take(facts, FactTime.notBefore(plan.issuedAt(), time.earliest()));
    }

    private void take(List<ReportChange> facts, Instant earliest) {
        Batches.of(facts).forEach(batch -> takeBatch(batch, earliest));
    }

    private void takeBatch(List<ReportChange> facts, Instant earliest) {
        List<ReportChange> ofMilestones =
                facts.stream().filter(fact -> fact.milestoneId() != null).toList();
        Map<UUID, Milestone> byId = new HashMap<>();
        milestones
                .withIds(ofMilestones.stream()
                        .map(ReportChange::milestoneId)
                        .distinct()
                        .toList())
                .stream()
                // A placeholder is never fulfilled itself: each occurrence gets its own milestone.
                .filter(milestone -> !milestone.isStanding())
                .forEach(milestone -> byId.put(milestone.id(), milestone));
        Passes.of(ofMilestones, ReportChange::milestoneId).forEach(pass -> follow(pass, byId, earliest));
        facts.forEach(fact -> read(fact, earliest));
    }

    /**
     * Re-evaluates reports of which reporting-service has lost events. A milestone whose report no longer exists is
     * open again. A report sent only in a lost epoch is no longer evidence. Readings made from lost events are
     * withdrawn.
     */
    void voided(List<Voided> aggregates) {
        Map<UUID, Voided> byId = new HashMap<>();
        aggregates.forEach(voided -> byId.put(voided.id(), voided));
        Instant earliest = time.earliest();
        Instant at = FactTime.notBefore(clock.instant(), earliest);
        Map<Milestone, Voided> following = new LinkedHashMap<>();
        milestones
                .following(Milestone.FactKind.REPORT, byId.keySet())
                .forEach(milestone ->
                        following.put(milestone, byId.get(milestone.factId().orElseThrow())));
        following.forEach((milestone, voided) -> {
            milestone.unfollow();
            if (voided.last().isEmpty()) {
                milestone.follow(
                        new Milestone.FollowedState(
                                Milestone.FactKind.REPORT,
                                voided.id(),
                                voided.epoch(),
                                0,
                                // Not the present time: another report sent since then must count as later.
                                voided.lost().occurredAt().toInstant(),
                                MilestoneState.OPEN,
                                null,
                                null),
                        calendars.current(),
                        BY,
                        at);
            }
        });
        milestones.record(following.keySet());
        evidence.withdraw(handedIn.lost(KIND, byId.keySet(), ReportState.HANDED_IN));
        Map<UUID, TargetReading.Last> holds = new HashMap<>();
        aggregates.forEach(voided -> holds.put(
                voided.id(),
                voided.last()
                        .map(last -> new TargetReading.Last(
                                last.epoch(), last.as(ReportState.class).version()))
                        .orElse(TargetReading.Last.NONE)));
        readings.withdraw(holds, aggregates.get(0).epoch(), recordedAt -> FactTime.notBefore(recordedAt, earliest));
        take(aggregates.stream().flatMap(voided -> voided.last().stream()).toList());
    }

    private void follow(List<ReportChange> pass, Map<UUID, Milestone> byId, Instant earliest) {
        Map<Milestone, ReportChange> followed = new LinkedHashMap<>();
        for (ReportChange fact : pass) {
            Milestone milestone = byId.get(fact.milestoneId());
            // A report affects only milestones of its own authority.
            if (milestone != null
                    && milestone.authorityId().equals(fact.report().authorityId())
                    && milestone.isNews(fact.ofMilestone())) {
                milestone.follow(fact.ofMilestone(), calendars.current(), BY, FactTime.notBefore(fact.at(), earliest));
                followed.put(milestone, fact);
            }
        }
        milestones.record(followed.keySet());
        Map<Milestone, ReportChange> sent = new LinkedHashMap<>(followed);
        sent.values().removeIf(fact -> ReportState.outcome(fact.report().state()) != MilestoneState.ACCEPTED);
        Set<EvidenceRepository.Told> shown =
                evidence.told(sent.keySet().stream().map(Milestone::id).toList());
        sent.forEach((milestone, fact) -> {
            if (!shown.contains(
                    new EvidenceRepository.Told(milestone.id(), fact.report().id()))) {
                evidence.persist(Evidence.fact(
                        milestone.place(),
                        EvidenceKind.REPORT,
                        fact.report().id(),
                        BY,
                        FactTime.notBefore(fact.at(), earliest)));
            }
        });
    }

    /**
     * Each approved report gives one reading of the target; approval with other figures gives a reading that supersedes
     * it.
     */
    private void read(ReportChange fact, Instant earliest) {
        ReportState report = fact.report();
        if (report.planId() == null || report.feedbackAnswered() == null || report.feedbackAnsweredInTime() == null) {
            return;
        }
        targets.ours(report.planId(), OurTarget.FEEDBACK_ANSWERED_IN_TIME)
                .filter(target -> target.authorityId().equals(report.authorityId()))
                .ifPresent(target -> readings.take(
                        target,
                        new TargetReading.Figures(
                                report.period(),
                                BigDecimal.valueOf(report.feedbackAnsweredInTime()),
                                BigDecimal.valueOf(report.feedbackAnswered()),
                                MessageBundles.get(FulfilmentMessages.class).report(report.number())),
                        new TargetReading.Source(report.id(), fact.epoch(), report.version(), fact.at()),
                        BY,
                        FactTime.notBefore(fact.at(), earliest)));
    }
}
