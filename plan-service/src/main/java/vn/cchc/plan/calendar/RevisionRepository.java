package vn.cchc.plan.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.recount.Moves;
import vn.cchc.platform.recount.RecountResult;
import vn.cchc.platform.recount.Stage;
import vn.cchc.platform.time.VietnamTime;

/** Revisions of the working calendar and the services' counts for them. */
@ApplicationScoped
public class RevisionRepository implements PanacheRepositoryBase<CalendarRevision, UUID> {

    private static final String KEEP = """
            INSERT INTO calendar_revision_count (revision_id, service, stage, open, later, earlier, settled, passed_over,
                                                 superseded_by, counted_at)
            SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM calendar_revision WHERE id = ? AND (state = 'APPLIED' OR ? = 'PREVIEW')
            ON CONFLICT (revision_id, service, stage) DO UPDATE
            SET open = excluded.open, later = excluded.later, earlier = excluded.earlier, settled = excluded.settled,
                passed_over = excluded.passed_over, superseded_by = excluded.superseded_by, counted_at = excluded.counted_at""";
    private static final String COUNTS = """
            SELECT service, stage, open, later, earlier, settled, passed_over, superseded_by, counted_at
            FROM calendar_revision_count WHERE revision_id = ?""";
    private static final String FORGET = "DELETE FROM calendar_revision_count WHERE revision_id = ? AND service = ?";
    private static final String LAST = """
            SELECT greatest((SELECT coalesce(max(revision), 0) FROM calendar_revision),
                            (SELECT max(revision) FROM working_calendar),
                            (SELECT max(revision) FROM lost_calendar_revision))""";
    private static final String LOSE = """
            INSERT INTO lost_calendar_revision (revision, table_version, epoch) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING""";

    /**
     * The counts of one service for a revision.
     *
     * @param supersededBy version of the table with which the service continued before the recount had finished; null
     *     when it had finished
     */
    record Count(String service, Stage stage, Moves moves, String supersededBy, OffsetDateTime at) {}

    CalendarRevision get(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /** SELECT … FOR UPDATE; concurrent decisions serialise. */
    CalendarRevision forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }

    Optional<CalendarRevision> lastApplied() {
        return find("state = ?1 order by revision desc", RevisionState.APPLIED).firstResultOptional();
    }

    /** The revision that created the table version. */
    Optional<CalendarRevision> ofTable(String version) {
        return find("tableVersion", version).firstResultOptional();
    }

    boolean isOneProposed() {
        return count("state", RevisionState.PROPOSED) > 0;
    }

    /** The highest revision number, lost ones included; 0 when there is none. */
    int last() {
        return ((Number) getEntityManager().createNativeQuery(LAST).getSingleResult()).intValue();
    }

    /** Reserves the number of a revision lost by a restore. */
    void lose(int revision, String tableVersion, int epoch) {
        session().doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LOSE)) {
                statement.setInt(1, revision);
                statement.setString(2, tableVersion);
                statement.setInt(3, epoch);
                statement.executeUpdate();
            }
        });
    }

    /** Newest first, below the given revision number. */
    List<CalendarRevision> page(int before, int limit) {
        return find("revision < ?1 order by revision desc", before)
                .range(0, limit - 1)
                .list();
    }

    /** Stores this service's counts for a revision. */
    public void keep(RecountResult result, String service) {
        keep(
                result.calendarId(),
                new Count(service, result.stage(), result.moves(), result.supersededBy(), result.at()));
    }

    /**
     * Stores a service's counts. Ignored for an unknown revision, such as a table delivered with the program, and for a
     * recount of a revision that is not applied (its application was lost by a restore).
     */
    void keep(UUID revisionId, Count count) {
        session().doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
                Moves moves = count.moves();
                statement.setString(1, count.service());
                statement.setString(2, count.stage().name());
                statement.setLong(3, moves.open());
                statement.setLong(4, moves.later());
                statement.setLong(5, moves.earlier());
                statement.setLong(6, moves.settled());
                statement.setLong(7, moves.passedOver());
                statement.setString(8, count.supersededBy());
                statement.setObject(9, count.at());
                statement.setObject(10, revisionId);
                statement.setString(11, count.stage().name());
                statement.executeUpdate();
            }
        });
    }

    /** Deletes the counts of a service for a revision. */
    void forget(UUID revisionId, String service) {
        session().doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                statement.setObject(1, revisionId);
                statement.setString(2, service);
                statement.executeUpdate();
            }
        });
    }

    List<Count> counts(UUID revisionId) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
                statement.setObject(1, revisionId);
                List<Count> counts = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        counts.add(new Count(
                                row.getString("service"),
                                Stage.valueOf(row.getString("stage")),
                                new Moves(
                                        row.getLong("open"),
                                        row.getLong("later"),
                                        row.getLong("earlier"),
                                        row.getLong("settled"),
                                        row.getLong("passed_over")),
                                row.getString("superseded_by"),
                                VietnamTime.local(row.getObject("counted_at", OffsetDateTime.class))));
                    }
                }
                return counts;
            }
        });
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
