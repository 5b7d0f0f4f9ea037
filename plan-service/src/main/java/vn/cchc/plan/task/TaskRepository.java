package vn.cchc.plan.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.cchc.plan.timing.AwaitedEvent;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Problem;

/** Annex rows, their rules and progress entries. */
@ApplicationScoped
public class TaskRepository implements PanacheRepositoryBase<Task, UUID> {

    /** @throws Problem 404 when there is none in scope */
    public Task visible(UUID id, AuthorityScope scope) {
        Task task = findByIdOptional(id).orElseThrow(Problem::notFound);
        scope.require(task.authorityId());
        return task;
    }

    /**
     * SELECT … FOR UPDATE of a task whose progress may be entered.
     *
     * @throws Problem 404 when there is none in scope, 403 when another unit leads it
     */
    Task forChange(UUID id, AuthorityScope scope) {
        Task task = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
        scope.require(task.authorityId(), task.leadUnitId().stream().toList());
        return task;
    }

    /** In printed order. */
    List<Task> ofPlan(UUID planId) {
        return list("planId = ?1 order by seq", planId);
    }

    /** By id; without those that are not there. */
    public Map<UUID, Task> withIds(Collection<UUID> ids) {
        return (ids.isEmpty() ? List.<Task>of() : list("id in ?1", ids))
                .stream().collect(Collectors.toMap(Task::id, Function.identity()));
    }

    /** By task and position. */
    List<TaskRule> rulesOfPlan(UUID planId) {
        return rules("planId = ?1 order by taskId, position", planId);
    }

    public Optional<TaskRule> rule(UUID id) {
        return Optional.ofNullable(getEntityManager().find(TaskRule.class, id));
    }

    public void add(TaskRule rule) {
        getEntityManager().persist(rule);
    }

    /** Rules with an offset that this event arms, in plans of the given authorities and years. */
    public List<TaskRule> armedBy(AwaitedEvent event, Collection<UUID> authorityIds, Collection<Integer> years) {
        return authorityIds.isEmpty()
                ? List.of()
                : rules(
                        "event = ?1 and offsetAmount is not null and authorityId in ?2 and year in ?3 order by id",
                        event,
                        authorityIds,
                        years);
    }

    private List<TaskRule> rules(String condition, Object... parameters) {
        var query = getEntityManager().createQuery("from TaskRule where " + condition, TaskRule.class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.getResultList();
    }

    void add(ProgressEntry entry) {
        getEntityManager().persist(entry);
    }

    /**
     * A page, oldest first.
     *
     * @param after id of the last entry of the previous page, or null
     */
    List<ProgressEntry> entries(UUID taskId, UUID after, int limit) {
        var query = getEntityManager()
                .createQuery(
                        "from ProgressEntry where taskId = :taskId" + (after == null ? "" : " and id > :after")
                                + " order by id",
                        ProgressEntry.class)
                .setParameter("taskId", taskId)
                .setMaxResults(limit);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.getResultList();
    }

    /** @throws Problem 404 when there is none */
    ProgressEntry entry(UUID id) {
        return Optional.ofNullable(getEntityManager().find(ProgressEntry.class, id))
                .orElseThrow(Problem::notFound);
    }

    /** Periods with an entry, in order. */
    List<String> enteredPeriods(UUID taskId) {
        return getEntityManager()
                .createQuery(
                        "select distinct period from ProgressEntry where taskId = :taskId order by period",
                        String.class)
                .setParameter("taskId", taskId)
                .getResultList();
    }
}
