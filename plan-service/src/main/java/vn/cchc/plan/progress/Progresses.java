package vn.cchc.plan.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.plan.milestone.Milestone;
import vn.cchc.platform.database.PlainQueries;

/** Queries of the numbers behind progress. The number of statements is constant. */
@ApplicationScoped
class Progresses {

    private static final String TASKS = """
            SELECT task.id, task.seq, task.printed_code, task.title, task.area_number, task.lead_unit_id,
                   task.progress_periods, entries.periods,
                   counts.accepted, counts.counted, counts.waived, counts.overdue, counts.late
            FROM task
            LEFT JOIN (
                SELECT task_id,
                       count(*) FILTER (WHERE state = 'ACCEPTED') AS accepted,
                       count(*) FILTER (WHERE state NOT IN ('UNARMED', 'WAIVED')) AS counted,
                       count(*) FILTER (WHERE state = 'WAIVED') AS waived,
                       count(*) FILTER (WHERE %s) AS overdue,
                       count(*) FILTER (WHERE submitted_on > due_on) AS late
                FROM milestone WHERE plan_id = ? GROUP BY task_id
            ) counts ON counts.task_id = task.id
            LEFT JOIN (
                SELECT task_id, array_agg(DISTINCT period) AS periods
                FROM progress_entry WHERE plan_id = ? GROUP BY task_id
            ) entries ON entries.task_id = task.id
            WHERE task.plan_id = ? AND (counts.task_id IS NOT NULL OR task.progress_periods <> '{}')
            ORDER BY task.seq""".formatted(Milestone.overdueSql("state", "due_on", "paused_since", "?"));

    private static final String AREAS = """
            SELECT (area ->> 'number')::integer, area ->> 'title'
            FROM plan CROSS JOIN jsonb_array_elements(plan.areas) WITH ORDINALITY AS printed (area, position)
            WHERE plan.id = ?1 ORDER BY position""";

    private final EntityManager entities;
    private final PlainQueries queries;

    Progresses(EntityManager entities, PlainQueries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    /** Counts of a task's milestones. */
    record Counts(Share share, int waived, int overdue, int late) {}

    /**
     * A task that has milestones, is continuous, or both.
     *
     * @param owed periods in which a continuous task owes a progress entry
     * @param entered periods with an entry
     * @param counts empty without milestones
     */
    record TaskRow(
            UUID id,
            int seq,
            String printedCode,
            String title,
            Integer areaNumber,
            UUID leadUnitId,
            List<String> owed,
            List<String> entered,
            Optional<Counts> counts) {

        boolean isContinuous() {
            return !owed.isEmpty();
        }

        /** Zero of zero without milestones. */
        Share share() {
            return counts.map(Counts::share).orElse(new Share(0, 0));
        }
    }

    /** In printed order. */
    List<TaskRow> tasksOfPlan(UUID planId, LocalDate today) {
        return queries.list(TASKS, List.of(today, planId, planId, planId), Progresses::task);
    }

    private static TaskRow task(ResultSet row) throws SQLException {
        return new TaskRow(
                row.getObject("id", UUID.class),
                row.getInt("seq"),
                row.getString("printed_code"),
                row.getString("title"),
                row.getObject("area_number", Integer.class),
                row.getObject("lead_unit_id", UUID.class),
                texts(row.getArray("progress_periods")),
                texts(row.getArray("periods")),
                row.getObject("counted") == null
                        ? Optional.empty()
                        : Optional.of(new Counts(
                                new Share(row.getInt("accepted"), row.getInt("counted")),
                                row.getInt("waived"),
                                row.getInt("overdue"),
                                row.getInt("late"))));
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** Number and title of an area, without its measures. */
    record AreaTitle(int number, String title) {}

    /** In printed order. */
    List<AreaTitle> areasOfPlan(UUID planId) {
        @SuppressWarnings("unchecked") // the rows of a native query
        List<Object[]> rows = entities.createNativeQuery(AREAS, Object[].class)
                .setParameter(1, planId)
                .getResultList();
        return rows.stream()
                .map(row -> new AreaTitle((Integer) row[0], (String) row[1]))
                .toList();
    }

    /** Milestones of a task ordered by due day, undated ones last. */
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
}
