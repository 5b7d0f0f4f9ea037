package vn.cchc.reporting.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hibernate.Session;
import org.hibernate.jdbc.Work;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.UnreadableEvent;
import vn.cchc.platform.event.Voided;
import vn.cchc.platform.text.VietnameseText;

/**
 * Projects events into the {@code *_now} tables and validates the fields that are read later. Upserts are idempotent: a
 * row is overwritten only by an event with a higher epoch and sequence, so that a replay leaves it unchanged.
 */
@ApplicationScoped
class Projection {

    private static final String AUTHORITY_NOW = """
            INSERT INTO authority_now AS old (id, epoch, sequence, version, name, parent_id) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET epoch = excluded.epoch, sequence = excluded.sequence, version = excluded.version, name = excluded.name,
                parent_id = excluded.parent_id
            WHERE (old.epoch, old.sequence) < (excluded.epoch, excluded.sequence)""";
    private static final String TASK_NOW = """
            INSERT INTO task_now AS old (id, epoch, sequence, version, authority_id, title, title_folded)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET epoch = excluded.epoch, sequence = excluded.sequence, version = excluded.version,
                authority_id = excluded.authority_id, title = excluded.title, title_folded = excluded.title_folded
            WHERE (old.epoch, old.sequence) < (excluded.epoch, excluded.sequence)""";
    private static final String SCHEDULED_MILESTONE_NOW = """
            INSERT INTO scheduled_milestone_now AS old
                (milestone_id, epoch, sequence, version, authority_id, plan_id, task_id, year, rule_kind, period, due_on,
                 work_on, due_calendar, due_provisional, due_moved_from, state, submitted_on, accepted_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (milestone_id) DO UPDATE
            SET epoch = excluded.epoch, sequence = excluded.sequence, version = excluded.version,
                authority_id = excluded.authority_id, due_on = excluded.due_on, work_on = excluded.work_on,
                due_calendar = excluded.due_calendar, due_provisional = excluded.due_provisional,
                due_moved_from = excluded.due_moved_from, state = excluded.state, submitted_on = excluded.submitted_on, accepted_on = excluded.accepted_on
            WHERE (old.epoch, old.sequence) < (excluded.epoch, excluded.sequence)""";

    private final EntityManager entities;
    private final Event<Arrived> arrivals;
    private final Event<Lost> losses;

    Projection(EntityManager entities, Event<Arrived> arrivals, Event<Lost> losses) {
        this.entities = entities;
        this.arrivals = arrivals;
        this.losses = losses;
    }

    /** The version, which is in every event's body but not in its envelope. */
    private record Versioned(long version) {}

    /** A parsed event; only database errors can follow. */
    private record Read<T>(IncomingEvent event, long version, T state) {

        UUID id() {
            return event.aggregateId();
        }

        UUID authorityId() {
            return event.authorityId();
        }
    }

    @FunctionalInterface
    private interface Row<T> {
        /** Sets the columns after id, epoch, sequence and version. */
        void set(PreparedStatement statement, Read<T> event) throws SQLException;
    }

    /** Projection table and key column by aggregate kind; other kinds are read from the stored events. */
    private static final Map<String, String> PRESENT = Map.of(
            "authority", "authority_now WHERE id",
            "task", "task_now WHERE id",
            "milestone", "scheduled_milestone_now WHERE milestone_id");

    /** Resets the projection to the remaining valid events. */
    void setBack(List<Voided> aggregates) {
        String kind = aggregates.get(0).lost().kind();
        String table = PRESENT.get(kind);
        if (table != null) {
            run(connection -> {
                try (PreparedStatement row = connection.prepareStatement("DELETE FROM " + table + " = ?")) {
                    for (Voided voided : aggregates) {
                        row.setObject(1, voided.id());
                        row.addBatch();
                    }
                    row.executeBatch();
                }
            });
        }
        List<IncomingEvent> last =
                aggregates.stream().flatMap(voided -> voided.last().stream()).toList();
        switch (kind) {
            case "authority" -> authorities(last);
            case "task" -> present(last, TaskState.class, this::presentTasks);
            case "milestone" -> present(last, MilestoneState.class, this::presentMilestones);
            default -> {}
        }
        losses.fire(new Lost(kind, aggregates));
    }

    private <T> void present(List<IncomingEvent> events, Class<T> reader, Consumer<List<Read<T>>> into) {
        into.accept(read(events, reader));
    }

    void authorities(List<IncomingEvent> events) {
        List<Read<AuthorityState>> read = read(events, AuthorityState.class);
        require(read, event -> event.state().name() != null && event.state().level() != null, "name, level");
        run(connection -> upsert(connection, AUTHORITY_NOW, read, (row, event) -> {
            row.setString(5, event.state().name());
            row.setObject(6, event.state().parentId());
        }));
    }

    void plans(List<IncomingEvent> events) {
        read(events, PlanState.class);
        arrivals.fire(new Arrived(events));
    }

    void tasks(List<IncomingEvent> events) {
        List<Read<TaskState>> read = read(events, TaskState.class);
        require(read, event -> event.state().planId() != null && event.state().title() != null, "planId, title");
        presentTasks(read);
        arrivals.fire(new Arrived(events));
    }

    private void presentTasks(List<Read<TaskState>> read) {
        run(connection -> upsert(connection, TASK_NOW, read, (row, event) -> {
            row.setObject(5, event.authorityId());
            row.setString(6, event.state().title());
            row.setString(7, VietnameseText.fold(event.state().title()));
        }));
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
        presentMilestones(read);
        arrivals.fire(new Arrived(events));
    }

    private void presentMilestones(List<Read<MilestoneState>> read) {
        List<Read<MilestoneState>> scheduled = read.stream()
                .filter(event -> event.state().scheduledPeriod().isPresent())
                .toList();
        run(connection -> upsert(connection, SCHEDULED_MILESTONE_NOW, scheduled, (row, event) -> {
            MilestoneState milestone = event.state();
            row.setObject(5, event.authorityId());
            row.setObject(6, milestone.planId());
            row.setObject(7, milestone.taskId());
            row.setInt(8, milestone.year());
            row.setString(9, milestone.ruleKind());
            row.setString(10, milestone.scheduledPeriod().orElseThrow());
            row.setObject(11, milestone.dueOn(), Types.DATE);
            row.setObject(12, milestone.workOn(), Types.DATE);
            row.setString(13, milestone.dueCalendar());
            row.setBoolean(14, milestone.dueProvisional());
            row.setObject(15, milestone.dueMovedFrom(), Types.DATE);
            row.setString(16, milestone.state());
            row.setObject(17, milestone.submittedOn(), Types.DATE);
            row.setObject(18, milestone.acceptedOn(), Types.DATE);
        }));
    }

    void targetReadings(List<IncomingEvent> events) {
        read(events, TargetReadingState.class);
        arrivals.fire(new Arrived(events));
    }

    void feedback(List<IncomingEvent> events) {
        List<Read<FeedbackState>> read = read(events, FeedbackState.class);
        require(
                read,
                event -> event.state().state() != null && event.state().receivedOn() != null,
                "state, receivedOn");
        arrivals.fire(new Arrived(events));
    }

    private static <T> List<Read<T>> read(List<IncomingEvent> events, Class<T> reader) {
        return events.stream()
                .map(event -> new Read<>(event, event.as(Versioned.class).version(), event.as(reader)))
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

    /**
     * The driver rewrites a batch into one statement, which may touch a row only once; hence only the last event of
     * each aggregate is written. Ordered by id, so that two replicas writing the same rows cannot deadlock.
     */
    private static <T> void upsert(Connection connection, String sql, List<Read<T>> events, Row<T> values)
            throws SQLException {
        Map<UUID, Read<T>> last = new TreeMap<>();
        events.forEach(event -> last.put(event.id(), event));
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            for (Read<T> event : last.values()) {
                row.setObject(1, event.id());
                row.setInt(2, event.event().epoch());
                row.setLong(3, event.event().sequence());
                row.setLong(4, event.version());
                values.set(row, event);
                row.addBatch();
            }
            row.executeBatch();
        }
    }
}
