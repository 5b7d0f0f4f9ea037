package vn.cchc.plan.plan;

import vn.cchc.platform.access.Caller;
import vn.cchc.platform.event.Change;

/**
 * Who did something, as records show it later.
 *
 * @param subject the account
 * @param name    how the person is called
 */
public record Actor(String subject, String name) {

    private static final String SERVICE = "service:";

    /** Another service, whose event brought the change. */
    public static Actor service(String name) {
        return new Actor(SERVICE + name, name);
    }

    /** Whether another service's event brought the change. */
    public boolean isService() {
        return subject.startsWith(SERVICE);
    }

    public static Actor of(Caller caller) {
        return new Actor(caller.subject(), caller.name());
    }

    /** The same, as the journal names who did something. */
    public Change.By by() {
        return new Change.By(subject, name);
    }
}
