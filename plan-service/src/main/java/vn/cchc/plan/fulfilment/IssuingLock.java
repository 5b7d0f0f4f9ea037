package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Keeps the issuing of a plan and the hearing of events apart. Without it, what is heard while a plan is being issued would
 * be seen by neither: the handler does not see the plan yet, the issuing does not see the event yet. Held to the end of the
 * transaction; handlers share it, so they do not wait for one another.
 */
@ApplicationScoped
public class IssuingLock {

    /** "plan" in ASCII; advisory locks are known by number alone. */
    private static final long KEY = 0x706C616EL;

    private final EntityManager entities;

    IssuingLock(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits until no event is being handled, and keeps new ones waiting. */
    public void exclusive() {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(" + KEY + ")")
                .getSingleResult();
    }

    /** Waits while a plan is being issued. */
    void shared() {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock_shared(" + KEY + ")")
                .getSingleResult();
    }
}
