package vn.cchc.reporting.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import vn.cchc.platform.time.VietnamTime;

/** What was known at the end of a day: of each aggregate the highest version up to it. */
@ApplicationScoped
public class Facts {

    private static final String OF_AUTHORITY = """
            SELECT DISTINCT ON (id) id, version, occurred_at, state FROM fact
            WHERE authority_id = ? AND kind = ? AND occurred_at >= ? AND occurred_at < ?
            ORDER BY id, version DESC""";
    private static final String OF_PLAN = """
            SELECT DISTINCT ON (id) id, version, occurred_at, state FROM fact
            WHERE plan_id = ? AND kind = ? AND occurred_at < ?
            ORDER BY id, version DESC""";
    private static final String LATEST = """
            SELECT id, version, occurred_at, state FROM fact
            WHERE kind = ? AND id = ? ORDER BY occurred_at < ? DESC, version DESC LIMIT 1""";

    private final EntityManager entities;

    Facts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Feedback of an authority that arrived in a period, and perhaps more.
     *
     * @param from nothing that arrived on this day or later was heard of before it, so earlier facts are left out
     */
    public List<Fact<FeedbackState>> feedback(UUID authorityId, LocalDate from, LocalDate until) {
        return query(
                OF_AUTHORITY, FeedbackState.class, authorityId, "feedback", startOf(from), startOf(until.plusDays(1)));
    }

    public List<Fact<TaskState>> tasks(UUID planId, LocalDate until) {
        return query(OF_PLAN, TaskState.class, planId, "task", startOf(until.plusDays(1)));
    }

    public List<Fact<MilestoneState>> milestones(UUID planId, LocalDate until) {
        return query(OF_PLAN, MilestoneState.class, planId, "milestone", startOf(until.plusDays(1)));
    }

    public List<Fact<TargetReadingState>> targetReadings(UUID planId, LocalDate until) {
        return query(OF_PLAN, TargetReadingState.class, planId, "target-reading", startOf(until.plusDays(1)));
    }

    /** The plan as of the end of a day, or, when it was not known then, as it is now. */
    public Optional<PlanState> plan(UUID planId, LocalDate until) {
        return query(LATEST, PlanState.class, "plan", planId, startOf(until.plusDays(1))).stream()
                .map(Fact::state)
                .findFirst();
    }

    /** The authority with the name it had at the end of a day, or, when it was not known then, with its present one. */
    public Optional<AuthorityState> authority(UUID authorityId, LocalDate until) {
        return query(LATEST, AuthorityState.class, "authority", authorityId, startOf(until.plusDays(1))).stream()
                .map(Fact::state)
                .findFirst();
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(VietnamTime.ZONE).toOffsetDateTime();
    }

    private <T> List<Fact<T>> query(String sql, Class<T> reader, Object... parameters) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                return facts(statement, reader);
            }
        });
    }

    private static <T> List<Fact<T>> facts(PreparedStatement statement, Class<T> reader) throws SQLException {
        List<Fact<T>> facts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                facts.add(new Fact<>(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class),
                        StateJson.read(row.getString(4), reader)));
            }
        }
        return facts;
    }
}
