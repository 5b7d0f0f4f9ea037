package vn.cchc.platform.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.database.Outage;
import vn.cchc.platform.http.Problem;

/** Tries dead letters again, each in a transaction of its own: one that fails again holds up no other. */
@ApplicationScoped
class DeadLetterRetry {

    private static final int PAGE = 200;

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
                heard.exclude();
                DeadLetters.Letter letter = deadLetters.findLocked(id).orElseThrow(Problem::notFound);
                if (letter.state() != DeadLetters.State.OPEN && letter.state() != DeadLetters.State.WAITING) {
                    throw Problem.wrongTransition(letter.state().name(), "retries", List.of());
                }
                hearing.retry(letter, by);
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

    DeadLetterResource.Replay retryAll(String topic, String by) {
        int applied = 0;
        int failed = 0;
        UUID after = null;
        while (true) {
            UUID from = after;
            List<DeadLetters.Letter> letters = QuarkusTransaction.requiringNew()
                    .call(() -> deadLetters.page(
                            topic, EnumSet.of(DeadLetters.State.OPEN, DeadLetters.State.WAITING), from, PAGE));
            for (DeadLetters.Letter letter : letters) {
                after = letter.id();
                if (isSettledMeanwhile(letter.id())) {
                    continue;
                }
                if (retry(letter.id(), by)) {
                    applied++;
                } else {
                    failed++;
                }
            }
            if (letters.size() < PAGE) {
                return new DeadLetterResource.Replay(applied, failed);
            }
        }
    }

    /** One that was tried before it may have released it. */
    private boolean isSettledMeanwhile(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> deadLetters
                .find(id)
                .filter(letter ->
                        letter.state() == DeadLetters.State.OPEN || letter.state() == DeadLetters.State.WAITING)
                .isEmpty());
    }
}
