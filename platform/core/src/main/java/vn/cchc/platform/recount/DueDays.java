package vn.cchc.platform.recount;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * The open due days of a service, for {@link Recounts}; at most one implementation per service. Open means still owed:
 * what was handed in, answered or ended keeps its due day.
 */
public interface DueDays {

    /** Keyset position: by authority, due day and id. */
    record Place(UUID authorityId, LocalDate dueOn, UUID id) {

        public static List<UUID> ids(List<Place> places) {
            return places.stream().map(Place::id).toList();
        }
    }

    /**
     * The open due days after a position, in keyset order, read without locks. A due day that moves to a later one is
     * visited again.
     *
     * @return fewer than {@code atMost} when there are no more
     */
    List<Place> next(Place after, int atMost);

    /**
     * The same for an entity.
     *
     * @param dueOn the attribute with the due day
     * @param open HQL condition for open due days
     */
    static List<Place> next(
            EntityManager entities, Class<?> entity, String dueOn, String open, Place after, int atMost) {
        return entities.createQuery(
                        "select new vn.cchc.platform.recount.DueDays$Place(authorityId, " + dueOn + ", id) from "
                                + entity.getName() + " where " + open + " and (authorityId, " + dueOn
                                + ", id) > (:authority, :due, :id) order by authorityId, " + dueOn + ", id",
                        Place.class)
                .setParameter("authority", after.authorityId())
                .setParameter("due", after.dueOn())
                .setParameter("id", after.id())
                .setMaxResults(atMost)
                .getResultList();
    }

    /** Computes the moves of those still open, without writing. */
    Moves preview(WorkingCalendar proposed, List<Place> places);

    /**
     * Recomputes the due days of those still open, in the current transaction. A move is recorded as a change; an
     * unchanged due day keeps its former table version.
     */
    Moves recount(WorkingCalendar inForce, List<Place> places);

    /** Called in the current transaction when all have been visited. */
    void completed(RecountResult result);
}
