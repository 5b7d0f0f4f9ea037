package vn.cchc.feedback.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;

/** The policies, the office hours and the working-day tables. */
@ApplicationScoped
public class Limits {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(1);

    private final EntityManager entities;
    private final WorkingCalendars calendars;
    private volatile Remembered remembered;

    Limits(EntityManager entities, WorkingCalendars calendars) {
        this.entities = entities;
        this.calendars = calendars;
    }

    /**
     * The policy for a case, as of its day of arrival. Policies are cached for a minute; a new one takes effect within
     * that time.
     *
     * @throws IllegalStateException when no policy matches: the default policy must not be removed
     */
    public HandlingPolicy policyFor(HandlingPolicy.Scope one, LocalDate arrivedOn) {
        return findPolicyFor(one, arrivedOn)
                .orElseThrow(() -> new IllegalStateException("No handling policy is in force on " + arrivedOn));
    }

    /** The same; empty where none is in force on that day. */
    public Optional<HandlingPolicy> findPolicyFor(HandlingPolicy.Scope one, LocalDate arrivedOn) {
        return read().policies().choose(one, arrivedOn);
    }

    public WorkingCalendar calendar() {
        return calendars.current();
    }

    /** The working calendar of that table version, in force or not. */
    public Optional<WorkingCalendar> calendar(String version) {
        return calendars.named(version);
    }

    /** The office hours of all authorities; cached as the policies are. */
    public OfficeHoursTable offices() {
        return read().offices();
    }

    /** The working time of an authority, or of the whole country where that is {@code null}, by the given calendar. */
    public WorkingTime workingTime(WorkingCalendar calendar, UUID authorityId) {
        return new WorkingTime(calendar, offices(), authorityId);
    }

    private Remembered read() {
        Remembered known = remembered;
        if (known == null || System.nanoTime() - known.readAtNanos() > LOOK_AGAIN_AFTER.toNanos()) {
            known = new Remembered(
                    new PolicyTable(all(HandlingPolicy.class)),
                    new OfficeHoursTable(all(OfficeHours.class)),
                    System.nanoTime());
            remembered = known;
        }
        return known;
    }

    private <E> List<E> all(Class<E> entity) {
        return entities.createQuery("from " + entity.getSimpleName(), entity)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultList();
    }

    /** Clears the cache, so that a policy entered through this replica takes effect at once. */
    public void forget() {
        remembered = null;
    }

    private record Remembered(PolicyTable policies, OfficeHoursTable offices, long readAtNanos) {}
}
