package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.evidence.EvidenceKind;
import vn.cchc.plan.evidence.EvidenceRepository;
import vn.cchc.plan.milestone.Milestone;
import vn.cchc.plan.milestone.MilestoneRepository;
import vn.cchc.plan.milestone.MilestoneState;
import vn.cchc.plan.plan.Actor;
import vn.cchc.plan.target.OurTarget;
import vn.cchc.plan.target.TargetReading;
import vn.cchc.plan.target.TargetRepository;

/**
 * Reports as the reporting service tells of them: the highest version of each is kept; milestones and the readings of our own
 * target follow from that state alone.
 */
@ApplicationScoped
class ReportFacts {

    private static final Actor BY = Actor.service("reporting-service");

    private static final String UPSERT = """
            INSERT INTO report_fact AS r
                   (id, authority_id, version, milestone_id, plan_id, period, state, number, sent_on, received_on,
                    feedback_answered, feedback_answered_in_time, occurred_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
               SET (authority_id, version, milestone_id, plan_id, period, state, number, sent_on, received_on,
                    feedback_answered, feedback_answered_in_time, occurred_at)
                 = (excluded.authority_id, excluded.version, excluded.milestone_id, excluded.plan_id, excluded.period,
                    excluded.state, excluded.number, excluded.sent_on, excluded.received_on, excluded.feedback_answered,
                    excluded.feedback_answered_in_time, excluded.occurred_at)
             WHERE r.version < excluded.version""";

    /** Where several reports are about one milestone, the one that moved last speaks for it. */
    private static final String DECIDING = """
            SELECT DISTINCT ON (coalesce(milestone_id, id))
                   id, authority_id, version, milestone_id, plan_id, period, state, number, sent_on,
                   feedback_answered, feedback_answered_in_time
              FROM report_fact
             WHERE milestone_id = ANY (?) OR id = ANY (?)
             ORDER BY coalesce(milestone_id, id), occurred_at DESC, version DESC, id DESC""";

    private final MilestoneRepository milestones;
    private final EvidenceRepository evidence;
    private final TargetRepository targets;
    private final EntityManager entities;
    private final Clock clock;

    ReportFacts(
            MilestoneRepository milestones,
            EvidenceRepository evidence,
            TargetRepository targets,
            EntityManager entities,
            Clock clock) {
        this.milestones = milestones;
        this.evidence = evidence;
        this.targets = targets;
        this.entities = entities;
        this.clock = clock;
    }

    /** The state kept of one report. */
    private record Known(
            UUID id,
            UUID authorityId,
            long version,
            UUID milestoneId,
            UUID planId,
            String period,
            String state,
            String number,
            LocalDate sentOn,
            Long feedbackAnswered,
            Long feedbackAnsweredInTime) {}

    /** Keeps what is newer than what is known, and lets milestones and readings follow. */
    void take(Collection<ReportState> states) {
        Map<UUID, ReportState> highest = new HashMap<>();
        for (ReportState state : states) {
            highest.merge(state.id(), state, (a, b) -> a.version() >= b.version() ? a : b);
        }
        Set<UUID> milestoneIds = new HashSet<>();
        highest.values().stream()
                .map(ReportState::milestoneId)
                .filter(Objects::nonNull)
                .forEach(milestoneIds::add);
        entities.flush();
        List<Known> deciding = entities.unwrap(Session.class).doReturningWork(connection -> {
            upsert(connection, highest.values());
            return deciding(connection, milestoneIds, highest.keySet());
        });
        Instant now = clock.instant();
        follow(deciding, now);
        deciding.forEach(report -> read(report, now));
    }

    private void follow(List<Known> deciding, Instant now) {
        Map<UUID, Known> byMilestone = new HashMap<>();
        deciding.stream()
                .filter(report -> report.milestoneId() != null)
                .forEach(report -> byMilestone.put(report.milestoneId(), report));
        List<Milestone> touched = milestones.withIds(byMilestone.keySet()).stream()
                // A placeholder is never fulfilled itself: what is asked for gets a milestone of its own.
                .filter(milestone -> !milestone.isStanding())
                // A report speaks for its own authority only.
                .filter(milestone -> milestone
                        .authorityId()
                        .equals(byMilestone.get(milestone.id()).authorityId()))
                .toList();
        for (Milestone milestone : touched) {
            Known report = byMilestone.get(milestone.id());
            milestone.follow(
                    new Milestone.Fact(
                            Milestone.FactKind.REPORT,
                            report.id(),
                            report.version(),
                            ReportState.outcome(report.state()),
                            report.sentOn(),
                            ReportState.reason(report.state(), report.number())),
                    BY,
                    now);
        }
        milestones.record(touched);
        Set<UUID> shown =
                evidence.withSource(touched.stream().map(Milestone::id).toList());
        for (Milestone milestone : touched) {
            Known report = byMilestone.get(milestone.id());
            if (ReportState.outcome(report.state()) == MilestoneState.ACCEPTED && !shown.contains(milestone.id())) {
                evidence.persist(Evidence.fact(milestone.place(), EvidenceKind.REPORT, report.id(), BY, now));
            }
        }
    }

    /** Each approved report gives the target one reading; approved anew with other figures, a reading that supersedes it. */
    private void read(Known report, Instant now) {
        if (report.planId() == null || report.feedbackAnswered() == null || report.feedbackAnsweredInTime() == null) {
            return;
        }
        targets.ours(report.planId(), OurTarget.FEEDBACK_ANSWERED_IN_TIME)
                .filter(target -> target.authorityId().equals(report.authorityId()))
                .ifPresent(target -> targets.record(
                        target,
                        new TargetReading.Figures(
                                report.period(),
                                BigDecimal.valueOf(report.feedbackAnsweredInTime()),
                                BigDecimal.valueOf(report.feedbackAnswered()),
                                "Báo cáo" + (report.number() == null ? "" : " số " + report.number())),
                        Optional.of(new TargetRepository.Source(report.id(), report.version())),
                        BY,
                        now));
    }

    private static void upsert(Connection connection, Collection<ReportState> states) throws SQLException {
        List<ReportState> ordered =
                states.stream().sorted(Comparator.comparing(ReportState::id)).toList();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (ReportState state : ordered) {
                statement.setObject(1, state.id());
                statement.setObject(2, state.authorityId());
                statement.setLong(3, state.version());
                statement.setObject(4, state.milestoneId());
                statement.setObject(5, state.planId());
                statement.setString(6, state.period());
                statement.setString(7, state.state());
                statement.setString(8, state.number());
                statement.setObject(9, state.sentDay());
                statement.setObject(10, state.receivedOn());
                statement.setObject(11, state.feedbackAnswered());
                statement.setObject(12, state.feedbackAnsweredInTime());
                statement.setObject(13, state.occurredAt());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<Known> deciding(Connection connection, Set<UUID> milestoneIds, Set<UUID> reportIds)
            throws SQLException {
        Array ofMilestones = connection.createArrayOf("uuid", milestoneIds.toArray());
        Array ofReports = connection.createArrayOf("uuid", reportIds.toArray());
        try (PreparedStatement statement = connection.prepareStatement(DECIDING)) {
            statement.setArray(1, ofMilestones);
            statement.setArray(2, ofReports);
            List<Known> known = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.add(new Known(
                            row.getObject("id", UUID.class),
                            row.getObject("authority_id", UUID.class),
                            row.getLong("version"),
                            row.getObject("milestone_id", UUID.class),
                            row.getObject("plan_id", UUID.class),
                            row.getString("period"),
                            row.getString("state"),
                            row.getString("number"),
                            row.getObject("sent_on", LocalDate.class),
                            row.getObject("feedback_answered", Long.class),
                            row.getObject("feedback_answered_in_time", Long.class)));
                }
            }
            return known;
        }
    }
}
