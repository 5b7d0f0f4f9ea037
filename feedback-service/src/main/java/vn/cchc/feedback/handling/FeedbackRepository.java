package vn.cchc.feedback.handling;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import vn.cchc.feedback.TrackingCode;
import vn.cchc.platform.recount.DueDays;

/** The tables of feedback. */
@ApplicationScoped
public class FeedbackRepository implements PanacheRepositoryBase<Feedback, UUID> {

    /** The number book of the register. */
    public static final String REGISTER = "feedback";

    private static final String CASE = """
            select f, s, a, r from Feedback f
            join FeedbackSender s on s.feedbackId = f.id
            left join FeedbackAnswer a on a.round.feedbackId = f.id and a.round.number = f.round
            left join FeedbackReferral r on r.round.feedbackId = f.id and r.round.number = f.round
            """;

    private static final String EARLIER = """
            select e, a from FeedbackRound e join FeedbackAnswer a on a.round = e.round
            where e.round.feedbackId = :id order by e.round.number""";

    /** The feedback with its sender and with the answer and referral of its current round. Changes to it are not stored. */
    public Optional<Case> findCase(UUID id) {
        return findCase(id, true);
    }

    /** @param readOnly no copy is kept to find out at the end of the transaction what has changed */
    private Optional<Case> findCase(UUID id, boolean readOnly) {
        return getEntityManager()
                .createQuery(CASE + "where f.id = :id", Object[].class)
                .setParameter("id", id)
                .setHint(HibernateHints.HINT_READ_ONLY, readOnly)
                .getResultStream()
                .findFirst()
                .map(row -> toCase(row, earlier((Feedback) row[0])));
    }

    /** The rounds before the present one; read only where there are some. */
    private List<Case.EarlierRound> earlier(Feedback feedback) {
        return feedback.round() == 1
                ? List.of()
                : getEntityManager()
                        .createQuery(EARLIER, Object[].class)
                        .setParameter("id", feedback.id())
                        .setHint(HibernateHints.HINT_READ_ONLY, true)
                        .getResultStream()
                        .map(row -> new Case.EarlierRound((FeedbackRound) row[0], (FeedbackAnswer) row[1]))
                        .toList();
    }

    /** As {@link #findCase}, with SELECT … FOR UPDATE; concurrent changes serialise. */
    Optional<Case> findCaseToChange(UUID id) {
        Feedback locked = getEntityManager().find(Feedback.class, id, LockModeType.PESSIMISTIC_WRITE);
        return locked == null ? Optional.empty() : findCase(id, false);
    }

    /** Cursor positions of open feedback, by authority, due day and id, after the given one. */
    List<DueDays.Place> open(DueDays.Place after, int most) {
        return DueDays.next(getEntityManager(), Feedback.class, "limitClock.dueOn", "endedOn is null", after, most);
    }

    /** Those of the given feedback that are still open once locked, ordered by id. */
    List<Feedback> stillOpen(List<DueDays.Place> places, LockModeType lock) {
        return find("endedOn is null and id in ?1 order by id", DueDays.Place.ids(places))
                .withLock(lock)
                .list();
    }

    static Case toCase(Object[] row, List<Case.EarlierRound> earlier) {
        return new Case(
                (Feedback) row[0],
                (FeedbackSender) row[1],
                Optional.ofNullable((FeedbackAnswer) row[2]),
                Optional.ofNullable((FeedbackReferral) row[3]),
                earlier);
    }

    /** The id of the feedback with that tracking code. */
    public Optional<UUID> findId(TrackingCode code) {
        return getEntityManager()
                .createQuery("select f.id from Feedback f where f.trackingCode = :digits", UUID.class)
                .setParameter("digits", code.digits())
                .getResultStream()
                .findFirst();
    }

    /** Cases that are merged into another one, the earliest first. */
    List<Feedback> mergedInto(UUID leading) {
        return getEntityManager()
                .createQuery("from Feedback f where f.mergedInto = :id order by f.receivedAt, f.id", Feedback.class)
                .setParameter("id", leading)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultList();
    }

    /** How many cases are merged into another one. */
    long countMergedInto(UUID leading) {
        return count("mergedInto", leading);
    }

    /** Inserts a new feedback with its sender. */
    public void add(Feedback feedback, FeedbackSender sender) {
        getEntityManager().persist(feedback);
        getEntityManager().persist(sender);
    }

    void add(FeedbackAnswer answer) {
        getEntityManager().persist(answer);
    }

    /** The draft of the answer that is being written or is with the leader. */
    Optional<AnswerDraft> findDraft(UUID feedbackId) {
        return getEntityManager()
                .createQuery("from AnswerDraft d where d.feedbackId = :id", AnswerDraft.class)
                .setParameter("id", feedbackId)
                .getResultStream()
                .findFirst();
    }

    /** When the sender wrote the first message after that moment; empty where none. */
    Optional<Instant> firstMessageOfSenderAfter(UUID feedbackId, Instant moment) {
        return Optional.ofNullable(getEntityManager()
                .createQuery(
                        "select min(m.writtenAt) from Message m where m.feedbackId = :id and m.writtenAt > :moment"
                                + " and m.author = vn.cchc.feedback.message.Author.SENDER",
                        Instant.class)
                .setParameter("id", feedbackId)
                .setParameter("moment", moment)
                .getSingleResult());
    }

    void add(AnswerDraft draft) {
        getEntityManager().persist(draft);
    }

    Optional<ApologyLetter> findApology(UUID id) {
        return Optional.ofNullable(getEntityManager().find(ApologyLetter.class, id));
    }

    /** The letter of apology of a round, released or not. */
    Optional<ApologyLetter> findApology(UUID feedbackId, int round) {
        return getEntityManager()
                .createQuery("from ApologyLetter l where l.feedbackId = :id and l.round = :round", ApologyLetter.class)
                .setParameter("id", feedbackId)
                .setParameter("round", round)
                .getResultStream()
                .findFirst();
    }

    /** The letters of apology, one of a round at most. */
    List<ApologyLetter> apologies(UUID feedbackId) {
        return getEntityManager()
                .createQuery("from ApologyLetter l where l.feedbackId = :id order by l.round", ApologyLetter.class)
                .setParameter("id", feedbackId)
                .getResultList();
    }

    void add(ApologyLetter letter) {
        getEntityManager().persist(letter);
    }

    void add(FeedbackRound ended) {
        getEntityManager().persist(ended);
    }

    void add(FeedbackReferral referral) {
        getEntityManager().persist(referral);
    }
}
