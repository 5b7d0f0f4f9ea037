package vn.cchc.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.Voided;
import vn.cchc.platform.time.VietnamTime;
import vn.cchc.reporting.projection.Arrived;
import vn.cchc.reporting.projection.Lost;

/**
 * Tracks events that concern the days counted by an approved report and arrive after its approval. The edition is
 * unchanged; the report states that its figures may have changed.
 */
@ApplicationScoped
class LateEvents {

    /**
     * SELECT … FOR SHARE on each report that can be approved now. Serialises with approvals in progress: the approval
     * has either counted the events, or is waited for and its edition is visible afterwards.
     */
    private static final String LOCK = """
            SELECT r.id FROM report r
            WHERE r.cut_off < ? AND EXISTS (
                SELECT 1 FROM unnest(?::uuid[], ?::uuid[], ?::date[]) AS e (authority_id, plan_id, day)
                WHERE e.day <= r.cut_off AND e.authority_id = r.authority_id AND (e.plan_id IS NULL OR e.plan_id = r.plan_id))
            AND r.authority_id = ANY (?) ORDER BY r.id FOR SHARE""";

    /**
     * An event is late if it is newer than the position that the last edition had consumed of its aggregate. If all
     * completeness marks had passed, such events follow the mark of their day; an edition approved without them may
     * miss more. Replayed events are not late.
     */
    private static final String FLAG = """
            INSERT INTO report_late_event (report_id, edition, kind, id, epoch, sequence, heard_at)
            SELECT r.id, n.edition, e.kind, e.id, e.epoch, e.sequence, ?
            FROM unnest(?::text[], ?::uuid[], ?::integer[], ?::bigint[], ?::uuid[], ?::uuid[], ?::date[], ?::date[])
                AS e (kind, id, epoch, sequence, authority_id, plan_id, occurred_on, day)
            JOIN report r ON r.authority_id = e.authority_id AND r.cut_off >= e.day
                AND (e.plan_id IS NULL OR e.plan_id = r.plan_id)
            JOIN LATERAL (SELECT edition, counted_from FROM report_edition
                          WHERE report_id = r.id ORDER BY edition DESC LIMIT 1) n
                ON e.plan_id IS NOT NULL OR n.counted_from IS NULL OR e.occurred_on >= n.counted_from
            WHERE r.id = ANY (?)
            AND NOT EXISTS (SELECT 1 FROM report_edition_heard k
                            WHERE k.report_id = r.id AND k.edition = n.edition AND k.kind = e.kind AND k.id = e.id
                              AND (k.epoch, k.sequence) >= (e.epoch, e.sequence))
            ON CONFLICT DO NOTHING""";

    /** Sequence 0 denotes the loss itself. */
    private static final String LOST = """
            INSERT INTO report_late_event (report_id, edition, kind, id, epoch, sequence, heard_at)
            SELECT k.report_id, k.edition, k.kind, k.id, ?, 0, ? FROM report_edition_heard k
            JOIN heard_void v ON v.kind = k.kind AND v.id = k.id AND v.epoch = k.epoch AND v.sequence = k.sequence
            WHERE v.kind = ? AND v.void_since = ? AND v.id = ANY (?)
            ON CONFLICT DO NOTHING""";

    private static final String NEWS_NO_MORE = """
            DELETE FROM report_late_event l USING heard_void v
            WHERE l.kind = v.kind AND l.id = v.id AND l.epoch = v.epoch AND l.sequence = v.sequence
            AND v.kind = ? AND v.void_since = ? AND v.id = ANY (?)""";

    private static final String REMEMBER = """
            INSERT INTO report_edition_heard (report_id, edition, kind, id, epoch, sequence)
            SELECT ?, ?, h.kind, h.id, h.epoch, h.sequence
            FROM (
                (SELECT DISTINCT ON (kind, id) kind, id, epoch, sequence FROM heard
                 WHERE state ->> 'planId' = ? AND kind IN ('task', 'milestone', 'target-reading')
                 ORDER BY kind, id, epoch DESC, sequence DESC)
                UNION ALL
                (SELECT kind, id, epoch, sequence FROM heard WHERE kind = 'plan' AND id = ?
                 ORDER BY epoch DESC, sequence DESC LIMIT 1)
                UNION ALL
                (SELECT DISTINCT ON (id) kind, id, epoch, sequence FROM heard
                 WHERE kind = 'feedback' AND authority_id = ? AND occurred_at >= ?
                 ORDER BY id, epoch DESC, sequence DESC)) h""";

    private static final String OF_EDITION =
            "SELECT count(*), min(heard_at) FROM report_late_event WHERE report_id = ? AND edition = ?";

    private final EntityManager entities;
    private final Clock clock;

    LateEvents(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Number of late events of an edition, and the time of the first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "LateEvents",
            description = "What was heard of the days counted after the approval",
            requiredProperties = {"count", "since"})
    record Summary(
            @Schema(examples = "1") long count,

            @Schema(description = "When the first of them was heard", examples = "2021-03-01T08:00:00+07:00")
            OffsetDateTime since) {}

    /**
     * Stores the consumed position of every aggregate that an edition may count. The report must be locked: the lock
     * keeps out further events for its days.
     *
     * @param countedFrom lower bound for the days of feedback events counted
     */
    void remember(Report report, LocalDate countedFrom) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
                statement.setObject(1, report.id());
                statement.setInt(2, report.edition());
                statement.setString(3, report.planId().toString());
                statement.setObject(4, report.planId());
                statement.setObject(5, report.authorityId());
                statement.setObject(6, VietnamTime.startOf(countedFrom));
                statement.executeUpdate();
            }
        });
    }

    /** @return empty if there are none */
    Optional<Summary> of(UUID reportId, int edition) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OF_EDITION)) {
                statement.setObject(1, reportId);
                statement.setInt(2, edition);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    long count = row.getLong(1);
                    return count == 0
                            ? Optional.<Summary>empty()
                            : Optional.of(
                                    new Summary(count, VietnamTime.local(row.getObject(2, OffsetDateTime.class))));
                }
            }
        });
    }

    /**
     * Flags editions that counted events lost since; the edition itself is unchanged. Late events that are lost are
     * removed.
     */
    void lost(@Observes Lost lost) {
        int epoch = lost.aggregates().get(0).epoch();
        Object[] ids = lost.aggregates().stream().map(Voided::id).toArray();
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NEWS_NO_MORE)) {
                statement.setString(1, lost.kind());
                statement.setInt(2, epoch);
                statement.setArray(3, connection.createArrayOf("uuid", ids));
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement(LOST)) {
                statement.setInt(1, epoch);
                statement.setObject(2, OffsetDateTime.now(clock));
                statement.setString(3, lost.kind());
                statement.setInt(4, epoch);
                statement.setArray(5, connection.createArrayOf("uuid", ids));
                statement.executeUpdate();
            }
        });
    }

    void arrived(@Observes Arrived arrived) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate today = VietnamTime.dayOf(now);
        List<Told> past = arrived.events().stream()
                .map(Told::of)
                .filter(told -> told.day().isBefore(today))
                .toList();
        if (!past.isEmpty()) {
            entities.unwrap(Session.class).doWork(connection -> {
                List<UUID> reports = lock(connection, past, today);
                if (!reports.isEmpty()) {
                    flag(connection, past, reports, now);
                }
            });
        }
    }

    /**
     * An event with the attributes that identify the affected reports.
     *
     * @param planId null for feedback, which belongs to no plan
     * @param occurredOn day of the change
     * @param day first day at whose end it counts
     */
    private record Told(IncomingEvent event, UUID planId, LocalDate occurredOn, LocalDate day) {

        private record OfPlan(UUID planId) {}

        static Told of(IncomingEvent event) {
            LocalDate day = VietnamTime.dayOf(event.occurredAt());
            return switch (event.kind()) {
                case "plan" -> new Told(event, event.aggregateId(), day, day);
                case "feedback" -> {
                    LocalDate recorded = VietnamTime.dayOf(event.recordedAt());
                    yield new Told(event, null, day, recorded.isAfter(day) ? recorded : day);
                }
                default -> new Told(event, event.as(OfPlan.class).planId(), day, day);
            };
        }
    }

    private static List<UUID> lock(Connection connection, List<Told> past, LocalDate today) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setObject(1, today);
            array(statement, 2, "uuid", past, told -> told.event().authorityId());
            array(statement, 3, "uuid", past, Told::planId);
            array(statement, 4, "date", past, told -> told.day().toString());
            array(statement, 5, "uuid", past, told -> told.event().authorityId());
            List<UUID> reports = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reports.add(row.getObject(1, UUID.class));
                }
            }
            return reports;
        }
    }

    private static void flag(Connection connection, List<Told> past, List<UUID> reports, OffsetDateTime now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FLAG)) {
            statement.setObject(1, now);
            array(statement, 2, "text", past, told -> told.event().kind());
            array(statement, 3, "uuid", past, told -> told.event().aggregateId());
            array(statement, 4, "integer", past, told -> told.event().epoch());
            array(statement, 5, "bigint", past, told -> told.event().sequence());
            array(statement, 6, "uuid", past, told -> told.event().authorityId());
            array(statement, 7, "uuid", past, Told::planId);
            array(statement, 8, "date", past, told -> told.occurredOn().toString());
            array(statement, 9, "date", past, told -> told.day().toString());
            statement.setArray(10, connection.createArrayOf("uuid", reports.toArray()));
            statement.executeUpdate();
        }
    }

    private interface Value {
        Object of(Told told);
    }

    private static void array(PreparedStatement statement, int index, String type, List<Told> told, Value value)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, told.stream().map(value::of).toArray()));
    }
}
