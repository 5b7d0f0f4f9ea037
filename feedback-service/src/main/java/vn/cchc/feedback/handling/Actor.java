package vn.cchc.feedback.handling;

import vn.cchc.platform.access.Caller;

/**
 * The author of a change.
 *
 * @param subject the token's subject; {@code null} for the sender, who has no account
 * @param name    display name; {@code null} for the sender, whose name is stored only in {@link FeedbackSender}
 */
public record Actor(String subject, String name) {

    /** The sender, by tracking code and secret or through the public form. */
    public static final Actor SENDER = new Actor(null, null);

    public boolean isSender() {
        return subject == null;
    }

    public static Actor of(Caller caller) {
        return caller.isCitizen() ? SENDER : new Actor(caller.subject(), caller.name());
    }
}
