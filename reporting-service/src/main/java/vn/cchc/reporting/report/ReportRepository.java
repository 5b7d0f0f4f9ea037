package vn.cchc.reporting.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.recount.DueDays;

/** Reports by what they are looked up by. */
@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<Report, UUID> {

    /** Drafts and returned reports are both still owed. */
    private static final String EDITABLE = "state in ('DRAFT', 'RETURNED')";

    /** SELECT … FOR UPDATE; concurrent changes serialise. */
    Optional<Report> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Cursor positions of editable reports, by authority, due day and id, after the given one. */
    List<DueDays.Place> editable(DueDays.Place after, int most) {
        return DueDays.next(getEntityManager(), Report.class, "dueOn", EDITABLE, after, most);
    }

    /** Those of the given reports that are still editable once locked, ordered by id. */
    List<Report> stillEditable(List<DueDays.Place> places, LockModeType lock) {
        return find(EDITABLE + " and id in ?1 order by id", DueDays.Place.ids(places))
                .withLock(lock)
                .list();
    }

    /** Editable reports of these milestones, locked until the transaction ends. */
    List<Report> editableOf(Collection<UUID> milestoneIds) {
        return find(EDITABLE + " and milestoneId in ?1 order by id", milestoneIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean exists(UUID authorityId, String regime, String period) {
        return count("authorityId = ?1 and regime = ?2 and period = ?3", authorityId, regime, period) > 0;
    }

    /** The latest earlier cut-off of the same authority and regime; empty for the first report. */
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

    /** Filters of a list; null does not restrict. */
    record Filter(UUID authority, Integer year, String regime, ReportState state, Boolean moved, Boolean provisional) {

        /** Equal for equal filters; part of a cursor. */
        String text() {
            return "reports " + authority + year + regime + state + " " + moved + " " + provisional;
        }
    }

    /** The last report of the page before. */
    record After(Instant createdAt, UUID id) {}

    /**
     * Newest first.
     *
     * @param parts the authorities that the filter leaves of those in scope
     */
    List<Report> list(Filter filter, List<Reached> parts, Optional<After> after, int limit) {
        return Reached.first(
                limit,
                parts,
                Comparator.comparing((Report report) -> report.createdAt().toInstant())
                        .thenComparing(Report::id, Reached.BY_ID)
                        .reversed(),
                part -> list(part, filter, after, limit));
    }

    /** Reports of authorities beneath the caller's are listed only if sent. */
    private List<Report> list(Reached part, Filter filter, Optional<After> after, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("reached", part.authority()));
        StringBuilder query = new StringBuilder(part.hql("authorityId") + " = :reached");
        if (!part.own()) {
            query.append(" and sentEdition is not null");
        }
        and(query, parameters, "year", filter.year());
        and(query, parameters, "regime", filter.regime());
        and(query, parameters, "state", filter.state());
        // Must match the predicates of the two partial indexes literally.
        if (filter.moved() != null) {
            query.append(" and dueMovedFrom is ").append(filter.moved() ? "not null" : "null");
        }
        if (filter.provisional() != null) {
            query.append(filter.provisional() ? " and dueProvisional" : " and not dueProvisional");
        }
        after.ifPresent(last -> {
            query.append(" and (createdAt, id) < (:createdAt, :id)");
            parameters.put("createdAt", moment(last.createdAt()));
            parameters.put("id", last.id());
        });
        return find(query + " order by createdAt desc, id desc", parameters)
                .range(0, limit - 1)
                .list();
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void and(StringBuilder query, Map<String, Object> parameters, String field, Object value) {
        if (value != null) {
            query.append(" and ").append(field).append(" = :").append(field);
            parameters.put(field, value);
        }
    }
}
