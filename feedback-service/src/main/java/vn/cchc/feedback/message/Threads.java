package vn.cchc.feedback.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.cchc.feedback.handling.CaseStep;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.handling.FeedbackHistory;
import vn.cchc.feedback.handling.Handling;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.feedback.handling.VisibleCases;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/** What senders and staff do with the thread of a feedback. */
@ApplicationScoped
@Transactional
public class Threads {

    private final Messages messages;
    private final VisibleCases cases;
    private final Handling handling;
    private final FeedbackHistory history;

    Threads(Messages messages, VisibleCases cases, Handling handling, FeedbackHistory history) {
        this.messages = messages;
        this.cases = cases;
        this.handling = handling;
        this.history = history;
    }

    /**
     * A page of the thread, for staff who see the case and its sender.
     *
     * @throws Problem 404 when out of sight
     */
    Page<MessageView> page(UUID id, Sight sight, Integer limit, String cursor) {
        Feedback feedback = cases.get(id, sight).feedback();
        return messages.page(feedback.id(), history.steps(feedback.id()), limit, cursor);
    }

    /**
     * Writes to the sender.
     *
     * @throws Problem 404 when out of sight; 409 once it has ended, or the office has written too many and no reply is awaited
     */
    MessageView reply(UUID id, WriteMessage wanted, Actor by, Sight sight) {
        Feedback feedback = cases.toChange(id, sight).feedback();
        return messages.write(feedback, wanted, handling.context(by));
    }

    /** @throws Problem 404 when the case is out of sight, or has no such message */
    MessageView get(UUID id, UUID messageId, Sight sight) {
        return messages.get(cases.get(id, sight).feedback().id(), messageId);
    }

    /** A page of the thread, for the sender. The caller has checked code and secret. */
    public Page<MessageView> pageForSender(UUID id, Integer limit, String cursor) {
        return messages.page(id, history.steps(id), limit, cursor).map(MessageView::forSender);
    }

    /**
     * The thread, for the sender. The caller has checked code and secret.
     *
     * @param steps the history of the feedback
     */
    public List<MessageView> forSender(UUID id, List<CaseStep> steps) {
        return messages.thread(id, steps).stream().map(MessageView::forSender).toList();
    }

    /** As {@link #get}, for the sender. The caller has checked code and secret. */
    public MessageView getForSender(UUID id, UUID messageId) {
        return messages.get(id, messageId).forSender();
    }

    /**
     * Writes to the office. The caller has checked code and secret.
     *
     * @throws Problem 409 once it has ended, or the sender has written too many
     */
    public MessageView ask(UUID id, WriteMessage wanted) {
        return messages.write(cases.toChangeBySender(id), wanted, handling.context(Actor.CITIZEN))
                .forSender();
    }
}
