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
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Problem;

/**
 * Operators' actions on dead letters. Each retry has its own transaction, so that one failure does not block others.
 */
@ApplicationScoped
class DeadLetterRetry {

    private static final Logger LOG = Logger.getLogger(DeadLetterRetry.class);

    private static final int PAGE = 200;

    /** A replay stops early enough for one more record to use its full timeout; the caller continues from there. */
    private static final Duration TIME = Duration.ofSeconds(2);

    private final DeadLetters deadLetters;
    private final HeardEvents heard;
    private final RecordProcessor processor;

    DeadLetterRetry(DeadLetters deadLetters, HeardEvents heard, RecordProcessor processor) {
        this.deadLetters = deadLetters;
        this.heard = heard;
        this.processor = processor;
    }

    /**
     * Processes a record again.
     *
     * @param by the operator
     * @return the record as it is now: processed, or with the cause of another failure
     * @throws Problem 404 when there is none, 409 when it is settled, 503 when the database is away
     */
    DeadLetters.Letter retry(UUID id, String by) {
        process(id, by);
        return QuarkusTransaction.requiringNew().call(() -> present(id));
    }

    /** @return whether it was processed; another failure is noted with the record */
    private boolean process(UUID id, String by) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                processor.retry(unsettled(id, "retries"), by);
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
     * Sets a record aside: events waiting for it take effect.
     *
     * @return the record as it is now
     * @throws Problem 404 when there is none, 409 when it is settled
     */
    @Transactional
    DeadLetters.Letter setAside(UUID id, String by, String reason) {
        DeadLetters.Letter letter = unsettled(id, "set-asides");
        deadLetters.setAside(id, by, reason);
        if (letter.sequence() != null && letter.sequence() > 0 && letter.epoch() > 0) {
            heard.skip(letter.kind(), letter.aggregateId(), letter.epoch(), letter.sequence(), letter.sequence());
            processor.release(letter.record().topic(), letter.aggregateId());
        }
        return present(id);
    }

    /**
     * Lets a waiting event take effect without its predecessors.
     *
     * @return the record as it is now
     * @throws Problem 404 when there is none, 409 when it is settled or does not wait
     */
    @Transactional
    DeadLetters.Letter release(UUID id, String by, String reason) {
        DeadLetters.Letter letter = unsettled(id, "releases");
        if (letter.state() != DeadLetters.State.WAITING) {
            throw Problem.conflict(
                    "not-waiting",
                    BilingualText.of("Bản ghi này không chờ sự kiện nào.", "This record waits for no event."));
        }
        processor.skipPredecessors(letter);
        deadLetters.explain(id, by, reason);
        return present(id);
    }

    private DeadLetters.Letter present(UUID id) {
        return deadLetters.find(id).orElseThrow(Problem::notFound);
    }

    private DeadLetters.Letter unsettled(UUID id, String wanted) {
        heard.lockExclusive();
        DeadLetters.Letter letter = deadLetters.findLocked(id).orElseThrow(Problem::notFound);
        if (!DeadLetters.UNSETTLED.contains(letter.state())) {
            throw Problem.wrongTransition(letter.state().name(), wanted, List.of());
        }
        return letter;
    }

    /** Progress of a replay: the last one tried is absent when none remain after it. */
    private record Replayed(int applied, int failed, Optional<UUID> last) {}

    /**
     * Retries those of a topic in the order in which they failed, for at most {@link #TIME}.
     *
     * @param cursor of the replay before, or null to start with the first
     */
    DeadLetterReplay retryAll(String topic, String cursor, String by) {
        String filters = "replays " + topic;
        UUID after = Cursor.decode(cursor, filters).map(from -> from.uuid(0)).orElse(null);
        Replayed replayed = retryFrom(topic, after, by);
        return new DeadLetterReplay(
                replayed.applied(),
                replayed.failed(),
                replayed.last().map(last -> Cursor.encode(filters, last)).orElse(null));
    }

    private Replayed retryFrom(String topic, UUID after, String by) {
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
                        if (process(letter.id(), by)) {
                            applied++;
                        } else {
                            failed++;
                        }
                    }
                } catch (RuntimeException e) {
                    // Report the partial result; the next call will hit the failure.
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

    /** A record retried before it may have released it. */
    private boolean isSettledMeanwhile(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> deadLetters
                .find(id)
                .filter(letter -> DeadLetters.UNSETTLED.contains(letter.state()))
                .isEmpty());
    }
}
