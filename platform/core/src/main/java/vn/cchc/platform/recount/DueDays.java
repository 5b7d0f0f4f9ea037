package vn.cchc.platform.recount;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * The open due days of a service, for the {@link Recounts}. A service has one, or none. Open is what is still owed: what was handed
 * in, answered or ended keeps the day that it was held against.
 */
public interface DueDays {

    /** In the order in which they are looked at: by authority, due day and id. */
    record Place(UUID authorityId, LocalDate dueOn, UUID id) {

        public static List<UUID> ids(List<Place> places) {
            return places.stream().map(Place::id).toList();
        }
    }

    /**
     * The open due days behind a place, in their order, as they are before anything is locked or moved: one that moves later comes
     * again.
     *
     * @return fewer than {@code atMost} when there are no more
     */
    List<Place> next(Place after, int atMost);

    /**
     * The same of an entity.
     *
     * @param dueOn the attribute with the due day
     * @param open what holds of those whose due day is open
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

    /** Looks at what is still open of these and keeps nothing. */
    Moves preview(WorkingCalendar proposed, List<Place> places);

    /**
     * Counts what is still open of these anew, in the transaction under way. What moves is recorded as a change of what is due; what
     * does not move stays as it was counted.
     */
    Moves recount(WorkingCalendar inForce, List<Place> places);

    /** All have been looked at, in the transaction under way. */
    void counted(Counted counted);
}
