package vn.cchc.platform.event;

import vn.cchc.platform.access.Caller;

/**
 * Author of a change, as the journal stores it: without the rights that a {@link Caller} has at the time.
 *
 * @param subject the token's subject, or the name of a service; null for a citizen, who has no account
 * @param name display name; null where {@code subject} is
 */
public record Actor(String subject, String name) {

    /** A citizen, by tracking code and secret or through the public form. */
    public static final Actor CITIZEN = new Actor(null, null);

    private static final String SERVICE = "service:";

    public static Actor of(Caller caller) {
        return caller.isCitizen() ? CITIZEN : new Actor(caller.subject(), caller.name());
    }

    /** Another service whose event caused the change. */
    public static Actor service(String name) {
        return new Actor(SERVICE + name, name);
    }

    public boolean isCitizen() {
        return subject == null;
    }

    /** Whether another service's event caused the change. */
    public boolean isService() {
        return subject != null && subject.startsWith(SERVICE);
    }
}
