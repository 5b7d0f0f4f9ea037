package vn.cchc.plan.plan;

import vn.cchc.platform.access.Caller;
import vn.cchc.platform.event.Change;

/**
 * Author of a change, as stored.
 *
 * @param subject subject of the token, or the service
 * @param name display name
 */
public record Actor(String subject, String name) {

    private static final String SERVICE = "service:";

    /** Another service whose event caused the change. */
    public static Actor service(String name) {
        return new Actor(SERVICE + name, name);
    }

    /** Whether another service's event caused the change. */
    public boolean isService() {
        return subject.startsWith(SERVICE);
    }

    public static Actor of(Caller caller) {
        return new Actor(caller.subject(), caller.name());
    }

    /** The author in the journal's form. */
    public Change.By by() {
        return new Change.By(subject, name);
    }
}
