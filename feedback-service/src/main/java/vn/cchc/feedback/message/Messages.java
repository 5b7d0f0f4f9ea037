package vn.cchc.feedback.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import vn.cchc.feedback.handling.CaseStep;
import vn.cchc.feedback.handling.ChangeContext;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/**
 * Threads between senders and offices. A message is no change of the case: neither state nor limit depends on it, no event tells of it,
 * and it makes no version, so that what staff are about to do is not refused for it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Messages {

    /**
     * Messages of one side of a thread: neither side can use up the other's. Replies to what awaits one are beyond it, as a case is closed
     * after them only: there are no more of them than messages of the sender.
     */
    static final int MOST = 50;

    private final EntityManager entities;

    Messages(EntityManager entities) {
        this.entities = entities;
    }

    /** An entry with its place: by time, then the steps of the history before messages, then by number. */
    private record Entry(Instant at, int source, int number, MessageView view) implements Comparable<Entry> {

        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::at).thenComparingInt(Entry::source).thenComparingInt(Entry::number);

        private static Entry of(Message message) {
            return new Entry(message.writtenAt().toInstant(), 1, message.number(), MessageView.of(message));
        }

        private static Entry of(CaseStep step, MessageView view) {
            return new Entry(step.at().toInstant(), 0, step.version(), view);
        }

        private static Entry last(Cursor cursor) {
            return new Entry(cursor.instant(0), cursor.number(1), cursor.number(2), null);
        }

        private List<?> key() {
            return List.of(at, source, number);
        }

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Writes a message.
     *
     * @param feedback locked against other changes
     * @param context the sender, or who writes for the office, and when
     * @throws Problem 409 once the feedback has ended, or that side has written {@value #MOST}, unless the
     *     office replies to what awaits a reply
     */
    MessageView write(Feedback feedback, WriteMessage wanted, ChangeContext context) {
        List<Message> before = messages(feedback.id());
        Author author = Message.author(context.by());
        boolean isAwaited =
                author == Author.OFFICE && feedback.replyAwaitedSince().isPresent();
        feedback.takeMessage(author == Author.SENDER, context.at());
        if (!isAwaited
                && before.stream().filter(message -> message.author() == author).count() >= MOST) {
            throw Problem.conflict(
                    "too-many-messages",
                    BilingualText.of(
                            "Đã gửi " + MOST
                                    + " tin nhắn, là số nhiều nhất cho một phản ánh, kiến nghị. Xin liên hệ trực tiếp.",
                            "There are " + MOST
                                    + " messages, as many as a feedback may have from one side. Use another way."));
        }
        Message message = new Message(feedback, before.size() + 1, wanted.text(), context.by(), context.at());
        entities.persist(message);
        return MessageView.of(message);
    }

    /**
     * The message with that id.
     *
     * @throws Problem 404 when the feedback has no such message
     */
    MessageView get(UUID feedbackId, UUID id) {
        return messages(feedbackId).stream()
                .filter(message -> message.id().equals(id))
                .map(MessageView::of)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /**
     * The whole thread, oldest first: its messages, of which there are few, among the requests for supplements and what was supplied.
     *
     * @param steps the history of the feedback
     */
    List<MessageView> thread(UUID feedbackId, List<CaseStep> steps) {
        return entries(feedbackId, steps).map(Entry::view).toList();
    }

    /**
     * A page of it.
     *
     * @param limit the parameter {@code limit}, or null
     * @param cursor the parameter {@code cursor}, or null
     */
    Page<MessageView> page(UUID feedbackId, List<CaseStep> steps, Integer limit, String cursor) {
        return Page.read(
                        limit,
                        cursor,
                        "messages of " + feedbackId,
                        (after, atMost) -> {
                            Optional<Entry> last = after.map(Entry::last);
                            return entries(feedbackId, steps)
                                    .filter(entry -> last.isEmpty() || entry.compareTo(last.get()) > 0)
                                    .limit(atMost)
                                    .toList();
                        },
                        Entry::key)
                .map(Entry::view);
    }

    private Stream<Entry> entries(UUID feedbackId, List<CaseStep> steps) {
        return Stream.concat(
                        steps.stream().flatMap(step -> MessageView.of(feedbackId, step).stream()
                                .map(view -> Entry.of(step, view))),
                        messages(feedbackId).stream().map(Entry::of))
                .sorted();
    }

    private List<Message> messages(UUID feedbackId) {
        return entities.createQuery("from Message m where m.feedbackId = :id order by m.number", Message.class)
                .setParameter("id", feedbackId)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultList();
    }
}
