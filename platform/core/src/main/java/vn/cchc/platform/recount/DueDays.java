package vn.cchc.platform.recount;

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
    record Place(UUID authorityId, LocalDate dueOn, UUID id) {}

    /**
     * What was found of the open due days behind a place.
     *
     * @param places those looked at, in their order, as they were before anything was locked or moved: one that moves later
     *     comes again. Fewer than were asked for when there are no more
     */
    record Part(List<Place> places, Moves moves) {}

    /** Looks at the next open due days and keeps nothing. */
    Part preview(WorkingCalendar proposed, Place after, int atMost);

    /**
     * Counts the next open due days anew, in the transaction under way. What moves is recorded as a change of what is due; what does
     * not move stays as it was counted.
     */
    Part recount(WorkingCalendar inForce, Place after, int atMost);

    /** All have been looked at, in the transaction under way. */
    void counted(Counted counted);
}
