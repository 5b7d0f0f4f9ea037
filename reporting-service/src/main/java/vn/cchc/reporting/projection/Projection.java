package vn.cchc.reporting.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.Session;
import org.hibernate.jdbc.Work;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.UnreadableEvent;
import vn.cchc.platform.text.VietnameseText;

/**
 * Writes events into the tables of facts and of the present. Every write is one that may be made again, and in any order: a
 * fact is kept once, the present gives way to a higher version only.
 */
@ApplicationScoped
class Projection {

    private static final String KEEP = """
            INSERT INTO fact (kind, id, version, occurred_at, authority_id, plan_id, state)
            VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb)) ON CONFLICT DO NOTHING""";
    private static final String AUTHORITY_NOW = """
            INSERT INTO authority_now AS old (id, version, name, parent_id) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, name = excluded.name, parent_id = excluded.parent_id
            WHERE old.version < excluded.version""";
    private static final String TASK_NOW = """
            INSERT INTO task_now AS old (id, version, authority_id, title, title_folded) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, title = excluded.title, title_folded = excluded.title_folded
            WHERE old.version < excluded.version""";
    private static final String SCHEDULED_MILESTONE_NOW = """
            INSERT INTO scheduled_milestone_now AS old
                (milestone_id, version, authority_id, plan_id, task_id, year, rule_kind, period, due_on, work_on, state,
                 submitted_on, accepted_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (milestone_id) DO UPDATE
            SET version = excluded.version, due_on = excluded.due_on, work_on = excluded.work_on, state = excluded.state,
                submitted_on = excluded.submitted_on, accepted_on = excluded.accepted_on
            WHERE old.version < excluded.version""";

    private final EntityManager entities;

    Projection(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What every event carries.
     *
     * @param planId absent where the aggregate belongs to no plan
     */
    record Envelope(UUID id, UUID authorityId, Long version, OffsetDateTime occurredAt, UUID planId) {}

    /** An event that has been read: nothing of it can fail any more but the database. */
    private record Read<T>(Envelope envelope, T state, String json) {

        UUID id() {
            return envelope.id();
        }

        long version() {
            return envelope.version();
        }
    }

    @FunctionalInterface
    private interface Row<T> {
        void set(PreparedStatement statement, Read<T> event) throws SQLException;
    }

    void authorities(List<IncomingEvent> events) {
        List<Read<AuthorityState>> read = read(events, AuthorityState.class);
        require(read, event -> event.state().name() != null && event.state().level() != null, "name, level");
        run(connection -> {
            keep(connection, "authority", read);
            upsert(connection, AUTHORITY_NOW, read, (row, event) -> {
                row.setObject(1, event.id());
                row.setLong(2, event.version());
                row.setString(3, event.state().name());
                row.setObject(4, event.state().parentId());
            });
        });
    }

    void plans(List<IncomingEvent> events) {
        List<Read<PlanState>> read = read(events, PlanState.class);
        run(connection -> keep(connection, "plan", read));
    }

    void tasks(List<IncomingEvent> events) {
        List<Read<TaskState>> read = read(events, TaskState.class);
        require(read, event -> event.state().planId() != null && event.state().title() != null, "planId, title");
        run(connection -> {
            keep(connection, "task", read);
            upsert(connection, TASK_NOW, read, (row, event) -> {
                row.setObject(1, event.id());
                row.setLong(2, event.version());
                row.setObject(3, event.envelope().authorityId());
                row.setString(4, event.state().title());
                row.setString(5, VietnameseText.fold(event.state().title()));
            });
        });
    }

    void milestones(List<IncomingEvent> events) {
        List<Read<MilestoneState>> read = read(events, MilestoneState.class);
        require(
                read,
                event -> event.state().planId() != null
                        && event.state().taskId() != null
                        && event.state().ruleKind() != null
                        && event.state().state() != null,
                "planId, taskId, ruleKind, state");
        List<Read<MilestoneState>> scheduled = read.stream()
                .filter(event -> event.state().scheduledPeriod().isPresent())
                .toList();
        run(connection -> {
            keep(connection, "milestone", read);
            upsert(connection, SCHEDULED_MILESTONE_NOW, scheduled, (row, event) -> {
                MilestoneState milestone = event.state();
                row.setObject(1, event.id());
                row.setLong(2, event.version());
                row.setObject(3, event.envelope().authorityId());
                row.setObject(4, milestone.planId());
                row.setObject(5, milestone.taskId());
                row.setInt(6, milestone.year());
                row.setString(7, milestone.ruleKind());
                row.setString(8, milestone.scheduledPeriod().orElseThrow());
                row.setObject(9, milestone.dueOn(), Types.DATE);
                row.setObject(10, milestone.workOn(), Types.DATE);
                row.setString(11, milestone.state());
                row.setObject(12, milestone.submittedOn(), Types.DATE);
                row.setObject(13, milestone.acceptedOn(), Types.DATE);
            });
        });
    }

    void targetReadings(List<IncomingEvent> events) {
        List<Read<TargetReadingState>> read = read(events, TargetReadingState.class);
        run(connection -> keep(connection, "target-reading", read));
    }

    void feedback(List<IncomingEvent> events) {
        List<Read<FeedbackState>> read = read(events, FeedbackState.class);
        require(
                read,
                event -> event.state().state() != null && event.state().receivedOn() != null,
                "state, receivedOn");
        run(connection -> keep(connection, "feedback", read));
    }

    /** In the order of ids, so that two replicas writing the same rows wait for one another and never in a circle. */
    private static <T> List<Read<T>> read(List<IncomingEvent> events, Class<T> reader) {
        return events.stream()
                .map(event -> {
                    Envelope envelope = event.as(Envelope.class);
                    if (envelope.id() == null
                            || envelope.authorityId() == null
                            || envelope.version() == null
                            || envelope.occurredAt() == null) {
                        throw new UnreadableEvent("id, authorityId, version and occurredAt are needed", null);
                    }
                    return new Read<>(envelope, event.as(reader), new String(event.data(), StandardCharsets.UTF_8));
                })
                .sorted(Comparator.<Read<T>, UUID>comparing(Read::id).thenComparing(Read::version))
                .toList();
    }

    private static <T> void require(List<Read<T>> events, Predicate<Read<T>> complete, String needed) {
        if (!events.stream().allMatch(complete)) {
            throw new UnreadableEvent(needed + " are needed", null);
        }
    }

    private void run(Work work) {
        entities.unwrap(Session.class).doWork(work);
    }

    private static <T> void keep(Connection connection, String kind, List<Read<T>> events) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(KEEP)) {
            for (Read<T> event : events) {
                Envelope envelope = event.envelope();
                row.setString(1, kind);
                row.setObject(2, envelope.id());
                row.setLong(3, envelope.version());
                row.setObject(4, envelope.occurredAt());
                row.setObject(5, envelope.authorityId());
                row.setObject(6, envelope.planId());
                row.setString(7, event.json());
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    /** The driver makes one statement of a batch, and one statement may touch a row only once: the highest version it is. */
    private static <T> void upsert(Connection connection, String sql, List<Read<T>> events, Row<T> values)
            throws SQLException {
        Map<UUID, Read<T>> highest = new TreeMap<>();
        for (Read<T> event : events) {
            highest.merge(event.id(), event, (one, other) -> one.version() >= other.version() ? one : other);
        }
        Collection<Read<T>> rows = highest.values();
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            for (Read<T> event : rows) {
                values.set(row, event);
                row.addBatch();
            }
            row.executeBatch();
        }
    }
}
