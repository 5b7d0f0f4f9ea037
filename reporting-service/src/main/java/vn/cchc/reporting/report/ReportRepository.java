package vn.cchc.reporting.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.recount.DueDays;

/** Reports by what they are looked up by. */
@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<Report, UUID> {

    /** Drafts, and what the authority above has returned: both are still owed. */
    private static final String EDITABLE = "state in ('DRAFT', 'RETURNED')";

    /** For a change: a second one waits for the first and then sees its version. */
    Optional<Report> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Where reports that may be edited stand, by authority, due day and id, behind a place. */
    List<DueDays.Place> editable(DueDays.Place after, int most) {
        return DueDays.next(getEntityManager(), Report.class, "dueOn", EDITABLE, after, most);
    }

    /** Those of these that may still be edited, as they are once they are locked; in the order of ids. */
    List<Report> stillEditable(List<DueDays.Place> places, LockModeType lock) {
        return find(EDITABLE + " and id in ?1 order by id", DueDays.Place.ids(places))
                .withLock(lock)
                .list();
    }

    /** Reports on those milestones that may be edited, locked until the transaction ends. */
    List<Report> editableOf(Collection<UUID> milestoneIds) {
        return find(EDITABLE + " and milestoneId in ?1 order by id", milestoneIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean exists(UUID authorityId, String regime, String period) {
        return count("authorityId = ?1 and regime = ?2 and period = ?3", authorityId, regime, period) > 0;
    }

    /** The cut-off of the report before one: the last of its authority and regime that is earlier; empty for the first. */
    Optional<LocalDate> previousCutOff(Report report) {
        return Optional.ofNullable(getEntityManager()
                .createQuery(
                        "select max(cutOff) from Report where authorityId = ?1 and regime = ?2 and cutOff < ?3",
                        LocalDate.class)
                .setParameter(1, report.authorityId())
                .setParameter(2, report.regime())
                .setParameter(3, report.cutOff())
                .getSingleResult());
    }

    /** Whose reports are listed, and which of them. */
    record Filter(
            ReportAccess.Visible scope,
            Optional<Integer> year,
            Optional<String> regime,
            Optional<ReportState> state,
            Optional<Boolean> moved,
            Optional<Boolean> provisional) {}

    /** Newest first, after the cursor's position. */
    List<Report> list(Filter filter, Optional<Cursor> after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder query = new StringBuilder(visible(filter.scope(), parameters));
        filter.year().ifPresent(year -> and(query, parameters, "year", year));
        filter.regime().ifPresent(regime -> and(query, parameters, "regime", regime));
        filter.state().ifPresent(state -> and(query, parameters, "state", state));
        // Word for word as the indexes of the two have it.
        filter.moved().ifPresent(moved -> query.append(" and dueMovedFrom is " + (moved ? "not null" : "null")));
        filter.provisional()
                .ifPresent(
                        provisional -> query.append(provisional ? " and dueProvisional" : " and not dueProvisional"));
        after.ifPresent(cursor -> {
            query.append(" and (createdAt, id) < (:createdAt, :id)");
            parameters.put("createdAt", moment(cursor.instant(0)));
            parameters.put("id", cursor.uuid(1));
        });
        return find(query + " order by createdAt desc, id desc", parameters)
                .range(0, limit - 1)
                .list();
    }

    /** Of one authority alone an index gives them in their order. */
    private static String visible(ReportAccess.Visible scope, Map<String, Object> parameters) {
        if (scope.beneath().isEmpty() && scope.own().size() == 1) {
            parameters.put("authority", scope.own().get(0));
            return "authorityId = :authority";
        }
        if (scope.own().isEmpty() && scope.beneath().size() == 1) {
            parameters.put("authority", scope.beneath().get(0));
            return "authorityId = :authority and sentEdition is not null";
        }
        parameters.put("own", scope.own());
        parameters.put("beneath", scope.beneath());
        return "(authorityId in :own or (authorityId in :beneath and sentEdition is not null))";
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void and(StringBuilder query, Map<String, Object> parameters, String field, Object value) {
        query.append(" and ").append(field).append(" = :").append(field);
        parameters.put(field, value);
    }
}
