package vn.cchc.platform.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.cchc.platform.database.Outage;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** What operators do with dead letters. Retries have a transaction each: one that fails again holds up no other. */
@ApplicationScoped
class DeadLetterRetry {

    private static final Logger LOG = Logger.getLogger(DeadLetterRetry.class);

    private static final int PAGE = 200;

    /** A replay ends in time for one more record to take as long as it may; the caller goes on from there. */
    private static final Duration TIME = Duration.ofSeconds(2);

    private final DeadLetters deadLetters;
    private final HeardEvents heard;
    private final Hearing hearing;

    DeadLetterRetry(DeadLetters deadLetters, HeardEvents heard, Hearing hearing) {
        this.deadLetters = deadLetters;
        this.heard = heard;
        this.hearing = hearing;
    }

    /**
     * @param by the operator
     * @return whether it was processed
     * @throws Problem 404 when there is none, 409 when it is settled, 503 when the database is away
     */
    boolean retry(UUID id, String by) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                hearing.retry(unsettled(id, "retries"), by);
            });
            return true;
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            if (Outage.isTransient(e)) {
                throw e;
            }
            QuarkusTransaction.requiringNew().run(() -> deadLetters.failedAgain(id, e));
            return false;
        }
    }

    /**
     * Does without a record: what waits behind it takes effect.
     *
     * @throws Problem 404 when there is none, 409 when it is settled
     */
    @Transactional
    void setAside(UUID id, String by, String reason) {
        DeadLetters.Letter letter = unsettled(id, "set-asides");
        deadLetters.setAside(id, by, reason);
        if (letter.sequence() != null && letter.sequence() > 0 && letter.epoch() > 0) {
            heard.doWithout(letter.kind(), letter.aggregateId(), letter.epoch(), letter.sequence(), letter.sequence());
            hearing.release(letter.record().topic(), letter.aggregateId());
        }
    }

    /**
     * Lets a waiting event take effect without those before it.
     *
     * @throws Problem 404 when there is none, 409 when it is settled or does not wait
     */
    @Transactional
    void release(UUID id, String by, String reason) {
        DeadLetters.Letter letter = unsettled(id, "releases");
        if (letter.state() != DeadLetters.State.WAITING) {
            throw Problem.conflict(
                    "not-waiting",
                    BilingualText.of("Bản ghi này không chờ sự kiện nào.", "This record waits for no event."));
        }
        hearing.doWithoutThoseBefore(letter);
        deadLetters.explain(id, by, reason);
    }

    private DeadLetters.Letter unsettled(UUID id, String wanted) {
        heard.exclude();
        DeadLetters.Letter letter = deadLetters.findLocked(id).orElseThrow(Problem::notFound);
        if (!DeadLetters.UNSETTLED.contains(letter.state())) {
            throw Problem.wrongTransition(letter.state().name(), wanted, List.of());
        }
        return letter;
    }

    /**
     * How far a replay came.
     *
     * @param last the last one that was tried, absent when there is none behind it
     */
    record Replayed(int applied, int failed, Optional<UUID> last) {}

    /**
     * Tries those of a topic in the order in which they died, for as long as {@link #TIME}.
     *
     * @param after the last one tried before, or null to begin with the first
     */
    Replayed retryAll(String topic, UUID after, String by) {
        long begun = System.nanoTime();
        int applied = 0;
        int failed = 0;
        UUID last = after;
        while (true) {
            UUID from = last;
            List<DeadLetters.Letter> letters = QuarkusTransaction.requiringNew()
                    .call(() -> deadLetters.page(topic, DeadLetters.UNSETTLED, from, PAGE));
            for (DeadLetters.Letter letter : letters) {
                if (applied + failed > 0 && System.nanoTime() - begun > TIME.toNanos()) {
                    return new Replayed(applied, failed, Optional.of(last));
                }
                try {
                    if (!isSettledMeanwhile(letter.id())) {
                        if (retry(letter.id(), by)) {
                            applied++;
                        } else {
                            failed++;
                        }
                    }
                } catch (RuntimeException e) {
                    // What has been done is told; the next call meets what is amiss.
                    if (applied + failed == 0) {
                        throw e;
                    }
                    LOG.warnf("A replay of %s ends early: %s", topic, e.toString());
                    return new Replayed(applied, failed, Optional.of(last));
                }
                last = letter.id();
            }
            if (letters.size() < PAGE) {
                return new Replayed(applied, failed, Optional.empty());
            }
        }
    }

    /** One that was tried before it may have released it. */
    private boolean isSettledMeanwhile(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> deadLetters
                .find(id)
                .filter(letter -> DeadLetters.UNSETTLED.contains(letter.state()))
                .isEmpty());
    }
}
