package vn.cchc.plan.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.Problem;

/** Application service for readings, entered by people or made from facts. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TargetReadings {

    private final TargetRepository targets;
    private final Journal journal;
    private final Clock clock;

    TargetReadings(TargetRepository targets, Journal journal, Clock clock) {
        this.targets = targets;
        this.journal = journal;
        this.clock = clock;
    }

    /** A reading that was entered, and its target. */
    record Entered(Target target, TargetReading reading) {}

    /** @throws Problem 404, 403; 422 for figures that are invalid for the target */
    Entered enter(UUID targetId, TargetReading.Figures figures, AuthorityScope scope, Actor by) {
        Target target = targets.toMeasure(targetId, scope);
        target.requireReadable(figures);
        return new Entered(target, record(target, figures, Optional.empty(), by, clock.instant()));
    }

    /**
     * Records the figures of a fact.
     *
     * @param at business time of the fact
     */
    public void take(Target target, TargetReading.Figures figures, TargetReading.Source source, Actor by, Instant at) {
        record(target, figures, Optional.of(source), by, at);
    }

    /** @return the new reading; the one in force when these figures do not supersede it */
    private TargetReading record(
            Target target, TargetReading.Figures figures, Optional<TargetReading.Source> source, Actor by, Instant at) {
        targets.lockToRecord(target);
        Optional<TargetReading> current = targets.current(target.id(), figures.period());
        if (current.isPresent() && !current.get().isSupersededBy(figures, source)) {
            return current.get();
        }
        TargetReading reading = TargetReading.recorded(target, figures, source, current, by, at);
        targets.persist(reading);
        journal.append(() -> TargetReadingEvent.recorded(target, reading));
        return reading;
    }

    /**
     * Withdraws readings that were made from events of a lost epoch.
     *
     * @param holds last valid state of each source, by its id
     * @param epoch the new epoch of the sources; events of it or later ones are not lost
     * @param now business time of a withdrawal, given that of the reading
     */
    public void withdraw(Map<UUID, TargetReading.Last> holds, int epoch, UnaryOperator<Instant> now) {
        List<TargetReading> lost = targets.fromSources(holds.keySet()).stream()
                .filter(reading -> reading.isLost(holds.get(reading.sourceId().orElseThrow()), epoch))
                .toList();
        for (TargetReading reading : lost) {
            reading.withdraw();
            Target target = targets.findById(reading.targetId());
            journal.append(() -> TargetReadingEvent.withdrawn(target, reading, now.apply(reading.recordedAt())));
        }
        targets.flush();
    }
}
