package vn.cchc.plan.target;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Problem;

/** Targets and their readings. */
@ApplicationScoped
public class TargetRepository implements PanacheRepositoryBase<Target, UUID> {

    private static final String IN_FORCE = "not r.withdrawn and not exists"
            + " (select 1 from TargetReading s where s.supersedesId = r.id and not s.withdrawn)";

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

    /** SELECT … FOR UPDATE of the target: concurrent recordings serialise, and a reading is superseded only once. */
    void lockToRecord(Target target) {
        getEntityManager().lock(target, LockModeType.PESSIMISTIC_WRITE);
    }

    void persist(TargetReading reading) {
        getEntityManager().persist(reading);
    }

    /** Readings of these sources that are not withdrawn, newest first, locked until the transaction ends. */
    List<TargetReading> fromSources(Collection<UUID> sourceIds) {
        return getEntityManager()
                .createQuery(
                        "from TargetReading r where r.sourceId in :sources and not r.withdrawn order by r.id desc",
                        TargetReading.class)
                .setParameter("sources", sourceIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The reading of a period in force. */
    Optional<TargetReading> current(UUID targetId, String period) {
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
