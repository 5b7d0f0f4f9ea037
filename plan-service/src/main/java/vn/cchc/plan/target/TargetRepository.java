package vn.cchc.plan.target;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import vn.cchc.plan.plan.Actor;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.Problem;

/** Targets and their readings. */
@ApplicationScoped
public class TargetRepository implements PanacheRepositoryBase<Target, UUID> {

    private static final String IN_FORCE = "not r.withdrawn and not exists"
            + " (select 1 from TargetReading s where s.supersedesId = r.id and not s.withdrawn)";

    private final Journal journal;

    TargetRepository(Journal journal) {
        this.journal = journal;
    }

    /**
     * A target whose readings may be recorded within the scope; for an officer, only targets led by the own unit.
     *
     * @throws Problem 404 when there is none in scope, 403 when another unit leads it
     */
    Target toMeasure(UUID id, AuthorityScope scope) {
        Target target = findByIdOptional(id).orElseThrow(Problem::notFound);
        scope.require(target.authorityId(), leadUnits(target));
        return target;
    }

    /** Lead units of the annex rows that the target was read from or is linked to. */
    private List<UUID> leadUnits(Target target) {
        return getEntityManager()
                .createQuery(
                        "select distinct t.leadUnitId from Task t where t.id in ?1 and t.leadUnitId is not null",
                        UUID.class)
                .setParameter(1, target.taskIds())
                .getResultList();
    }

    List<Target> ofPlan(UUID planId) {
        return list("planId = ?1 order by position", planId);
    }

    public Optional<Target> ours(UUID planId, OurTarget ours) {
        return find("planId = ?1 and ours = ?2", planId, ours).firstResultOptional();
    }

    /** @throws Problem 404 when there is none */
    TargetReading reading(UUID id) {
        return Optional.ofNullable(getEntityManager().find(TargetReading.class, id))
                .orElseThrow(Problem::notFound);
    }

    /** Readings of the plan in force, oldest first. */
    List<TargetReading> currentReadings(UUID planId) {
        return getEntityManager()
                .createQuery(
                        "from TargetReading r where r.planId = :planId and " + IN_FORCE + " order by r.id",
                        TargetReading.class)
                .setParameter("planId", planId)
                .getResultList();
    }

    /**
     * Records a reading. It supersedes the reading of the same period, if any.
     *
     * @param source the fact that the figures come from; empty when entered by people
     * @param now business time; for a fact, that of the fact
     * @return the new reading; the existing one when that has the same figures and source or comes from a later fact
     */
    public TargetReading record(
            Target target, TargetReading.Figures figures, Optional<Source> source, Actor by, Instant now) {
        // Serialises concurrent recordings: a reading is superseded only once.
        getEntityManager().lock(target, LockModeType.PESSIMISTIC_WRITE);
        Optional<TargetReading> current = current(target.id(), figures.period());
        if (source.isPresent() && current.isPresent()) {
            TargetReading there = current.get();
            boolean same = there.sourceId().equals(source.map(Source::id)) && there.saysTheSameAs(figures);
            if (same || there.knew(source.get())) {
                return there;
            }
        }
        TargetReading reading = TargetReading.recorded(target, figures, current, by, now);
        source.ifPresent(reading::from);
        getEntityManager().persist(reading);
        journal.append(() -> TargetReadingEvent.recorded(target, reading));
        return reading;
    }

    /**
     * The state of another service's aggregate that figures come from.
     *
     * @param id the aggregate
     * @param epoch with {@code version} the position in the aggregate's history
     * @param at business time of the fact
     */
    public record Source(UUID id, int epoch, long version, Instant at) {}

    /**
     * Withdraws readings that were made from events of a lost epoch.
     *
     * @param holds last valid state of each source, by its id
     * @param epoch the new epoch of the sources; events of it or later ones are not lost
     * @param now business time of a withdrawal, given that of the reading
     */
    public void withdraw(Map<UUID, Last> holds, int epoch, UnaryOperator<Instant> now) {
        List<TargetReading> lost = getEntityManager()
                .createQuery(
                        "from TargetReading r where r.sourceId in :sources and not r.withdrawn order by r.id desc",
                        TargetReading.class)
                .setParameter("sources", holds.keySet())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(reading -> reading.sourceEpoch() < epoch)
                .filter(reading -> reading.isBehind(holds.get(reading.sourceId().orElseThrow())))
                .toList();
        for (TargetReading reading : lost) {
            reading.withdraw();
            Target target = findById(reading.targetId());
            journal.append(() -> TargetReadingEvent.withdrawn(target, reading, now.apply(reading.recordedAt())));
        }
        getEntityManager().flush();
    }

    /** Last valid state of a source. */
    public record Last(int epoch, long version) {

        /** No valid state is left. */
        public static final Last NONE = new Last(0, 0);
    }

    private Optional<TargetReading> current(UUID targetId, String period) {
        return getEntityManager()
                .createQuery(
                        "from TargetReading r where r.targetId = :targetId and r.period = :period and " + IN_FORCE
                                + " order by r.id desc",
                        TargetReading.class)
                .setParameter("targetId", targetId)
                .setParameter("period", period)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
