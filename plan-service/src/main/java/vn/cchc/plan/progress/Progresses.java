package vn.cchc.plan.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.cchc.plan.milestone.Milestone;

/** Counts what progress is made of. The number of statements does not depend on the size of a plan. */
@ApplicationScoped
class Progresses {

    private static final String COUNTS = """
            SELECT task_id,
                   count(*) FILTER (WHERE state = 'ACCEPTED'),
                   count(*) FILTER (WHERE state NOT IN ('UNARMED', 'WAIVED')),
                   count(*) FILTER (WHERE state = 'WAIVED'),
                   count(*) FILTER (WHERE state IN ('OPEN', 'RETURNED') AND due_on < ?2),
                   count(*) FILTER (WHERE submitted_on > due_on)
            FROM milestone WHERE plan_id = ?1 GROUP BY task_id""";

    private final EntityManager entities;

    Progresses(EntityManager entities) {
        this.entities = entities;
    }

    /** The milestones of a task by what they are. */
    record Counts(Share share, int waived, int overdue, int late) {

        static final Counts NONE = new Counts(new Share(0, 0), 0, 0, 0);
    }

    Map<UUID, Counts> countsOfPlan(UUID planId, LocalDate today) {
        Map<UUID, Counts> counts = new HashMap<>();
        @SuppressWarnings("unchecked") // the rows of a native query
        List<Object[]> rows = entities.createNativeQuery(COUNTS, Object[].class)
                .setParameter(1, planId)
                .setParameter(2, today)
                .getResultList();
        for (Object[] row : rows) {
            counts.put(
                    (UUID) row[0],
                    new Counts(
                            new Share(number(row[1]), number(row[2])), number(row[3]), number(row[4]), number(row[5])));
        }
        return counts;
    }

    /** The periods with an entry, by continuous task. */
    Map<UUID, Set<String>> enteredOfPlan(UUID planId) {
        Map<UUID, Set<String>> entered = new HashMap<>();
        entities.createQuery(
                        "select distinct e.taskId, e.period from ProgressEntry e where e.planId = :plan",
                        Object[].class)
                .setParameter("plan", planId)
                .getResultStream()
                .forEach(row -> entered.computeIfAbsent((UUID) row[0], task -> new HashSet<>())
                        .add((String) row[1]));
        return entered;
    }

    /** Milestones of a task by due day, those without one last. */
    List<Milestone> page(UUID taskId, LocalDate afterDue, UUID afterId, int limit) {
        String after = afterId == null ? "" : " and (m.dueSort, m.id) > (:due, :id)";
        var query = entities.createQuery(
                        "from Milestone m where m.taskId = :task" + after + " order by m.dueSort, m.id",
                        Milestone.class)
                .setParameter("task", taskId)
                .setMaxResults(limit);
        if (afterId != null) {
            query.setParameter("due", afterDue).setParameter("id", afterId);
        }
        return query.getResultList();
    }

    private static int number(Object count) {
        return ((Number) count).intValue();
    }
}
