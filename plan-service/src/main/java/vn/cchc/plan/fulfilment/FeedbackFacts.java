package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
import vn.cchc.plan.plan.Plan;
import vn.cchc.plan.task.TaskRepository;
import vn.cchc.plan.task.TaskRule;
import vn.cchc.plan.timing.AwaitedEvent;
import vn.cchc.plan.timing.DueBasis;
import vn.cchc.plan.timing.Occurrence;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;

/**
 * Citizens' feedback as the feedback service tells of it: the highest version of each is kept, and milestones follow from
 * that state alone. So the same events twice, or in another order, end in the same state.
 */
@ApplicationScoped
public class FeedbackFacts {

    private static final Actor BY = Actor.service("feedback-service");

    private static final String UPSERT = """
            INSERT INTO feedback_fact AS f
                   (id, authority_id, version, state, received_on, due_on, answered_on, unit_id, occurred_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
               SET (authority_id, version, state, received_on, due_on, answered_on, unit_id, occurred_at)
                 = (excluded.authority_id, excluded.version, excluded.state, excluded.received_on, excluded.due_on,
                    excluded.answered_on, excluded.unit_id, excluded.occurred_at)
             WHERE f.version < excluded.version""";

    private static final String COLUMNS = "id, authority_id, version, state, received_on, due_on, answered_on, unit_id";

    private final TaskRepository tasks;
    private final MilestoneRepository milestones;
    private final EvidenceRepository evidence;
    private final WorkingCalendars calendars;
    private final EntityManager entities;
    private final Clock clock;

    FeedbackFacts(
            TaskRepository tasks,
            MilestoneRepository milestones,
            EvidenceRepository evidence,
            WorkingCalendars calendars,
            EntityManager entities,
            Clock clock) {
        this.tasks = tasks;
        this.milestones = milestones;
        this.evidence = evidence;
        this.calendars = calendars;
        this.entities = entities;
        this.clock = clock;
    }

    /** The state kept of one feedback. */
    private record Known(
            UUID id,
            UUID authorityId,
            long version,
            String state,
            LocalDate receivedOn,
            LocalDate dueOn,
            LocalDate answeredOn,
            UUID unitId) {}

    /** Keeps what is newer than what is known, and lets the milestones follow. */
    void take(Collection<FeedbackState> states) {
        Map<UUID, FeedbackState> highest = new HashMap<>();
        for (FeedbackState state : states) {
            highest.merge(state.id(), state, (a, b) -> a.version() >= b.version() ? a : b);
        }
        entities.flush();
        List<Known> known = entities.unwrap(Session.class).doReturningWork(connection -> {
            upsert(connection, highest.values());
            return read(
                    connection,
                    "id = ANY (?)",
                    connection.createArrayOf("uuid", highest.keySet().toArray()));
        });
        follow(known);
    }

    /** Arms a plan's rules from feedback of its year that had arrived before the plan was issued. */
    public void armPlan(Plan plan) {
        entities.flush();
        List<Known> known = entities.unwrap(Session.class)
                .doReturningWork(connection -> read(
                        connection,
                        "authority_id = ? AND received_on >= ? AND received_on < ?",
                        plan.authorityId(),
                        LocalDate.of(plan.year(), 1, 1),
                        LocalDate.of(plan.year() + 1, 1, 1)));
        follow(known);
    }

    private void follow(List<Known> known) {
        Set<UUID> authorityIds = new HashSet<>();
        Set<Integer> years = new HashSet<>();
        Set<String> occurrences = new HashSet<>();
        for (Known each : known) {
            authorityIds.add(each.authorityId());
            years.add(each.receivedOn().getYear());
            occurrences.add(each.id().toString());
        }
        List<TaskRule> rules = tasks.armedBy(AwaitedEvent.FEEDBACK_RECEIVED, authorityIds, years);
        Map<UUID, Map<String, Milestone>> byRule = new HashMap<>();
        milestones
                .ofRules(rules.stream().map(TaskRule::id).toList(), occurrences)
                .forEach(milestone -> byRule.computeIfAbsent(milestone.ruleId(), key -> new HashMap<>())
                        .put(milestone.occurrence(), milestone));
        WorkingCalendar calendar = calendars.current();
        Instant now = clock.instant();
        List<Milestone> touched = new ArrayList<>();
        for (TaskRule rule : rules) {
            Map<String, Milestone> ofRule = byRule.getOrDefault(rule.id(), Map.of());
            for (Known each : known) {
                if (each.authorityId().equals(rule.authorityId())
                        && each.receivedOn().getYear() == rule.year()) {
                    touched.add(follow(rule, ofRule, each, calendar, now));
                }
            }
        }
        milestones.record(touched);
        addEvidence(touched, known, now);
    }

    private static Milestone follow(
            TaskRule rule, Map<String, Milestone> ofRule, Known feedback, WorkingCalendar calendar, Instant now) {
        Milestone.Fact fact = new Milestone.Fact(
                Milestone.FactKind.FEEDBACK,
                feedback.id(),
                feedback.version(),
                FeedbackState.outcome(feedback.state()),
                feedback.answeredOn() != null ? feedback.answeredOn() : feedback.receivedOn(),
                FeedbackState.reason(feedback.state()));
        // The case's own policy has counted its due day; the rule's term serves where it did not say.
        DueBasis basis = feedback.dueOn() != null
                ? DueBasis.dayOfCase(feedback.dueOn())
                : DueBasis.afterEvent(feedback.receivedOn(), rule.offset().orElseThrow());
        Milestone milestone = ofRule.get(feedback.id().toString());
        if (milestone == null) {
            return ofRule.get(Occurrence.STANDING)
                    .occurring(
                            feedback.id().toString(),
                            "Phản ánh, kiến nghị nhận ngày " + feedback.receivedOn(),
                            basis,
                            feedback.unitId(),
                            fact,
                            calendar,
                            BY,
                            now);
        }
        if (milestone.isBehind(fact)) {
            milestone.handledBy(feedback.unitId(), BY, now);
            milestone.redate(basis, calendar, BY, now);
            milestone.follow(fact, BY, now);
        }
        return milestone;
    }

    /** The event itself is the evidence. It stays when a case is opened again: it was handed in. */
    private void addEvidence(List<Milestone> touched, List<Known> known, Instant now) {
        Set<UUID> answered = new HashSet<>();
        known.stream()
                .filter(each -> FeedbackState.outcome(each.state()) == MilestoneState.ACCEPTED)
                .forEach(each -> answered.add(each.id()));
        Set<UUID> shown =
                evidence.withSource(touched.stream().map(Milestone::id).toList());
        for (Milestone milestone : touched) {
            UUID feedbackId = UUID.fromString(milestone.occurrence());
            if (answered.contains(feedbackId) && !shown.contains(milestone.id())) {
                evidence.persist(Evidence.fact(milestone.place(), EvidenceKind.FEEDBACK, feedbackId, BY, now));
            }
        }
    }

    private static void upsert(Connection connection, Collection<FeedbackState> states) throws SQLException {
        // In one order in every replica: two batches that overlap do not wait for each other crosswise.
        List<FeedbackState> ordered =
                states.stream().sorted(Comparator.comparing(FeedbackState::id)).toList();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (FeedbackState state : ordered) {
                statement.setObject(1, state.id());
                statement.setObject(2, state.authorityId());
                statement.setLong(3, state.version());
                statement.setString(4, state.state());
                statement.setObject(5, state.receivedOn());
                statement.setObject(6, state.dueOn());
                statement.setObject(7, state.answeredDay());
                statement.setObject(8, state.unitId());
                statement.setObject(9, state.occurredAt());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<Known> read(Connection connection, String condition, Object... parameters) throws SQLException {
        String query = "SELECT " + COLUMNS + " FROM feedback_fact WHERE " + condition + " ORDER BY id";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<Known> known = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.add(new Known(
                            row.getObject("id", UUID.class),
                            row.getObject("authority_id", UUID.class),
                            row.getLong("version"),
                            row.getString("state"),
                            row.getObject("received_on", LocalDate.class),
                            row.getObject("due_on", LocalDate.class),
                            row.getObject("answered_on", LocalDate.class),
                            row.getObject("unit_id", UUID.class)));
                }
            }
            return known;
        }
    }
}
