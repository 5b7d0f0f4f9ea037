package vn.cchc.plan.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.plan.milestone.MilestoneState;
import vn.cchc.plan.task.NarrowedPage;
import vn.cchc.plan.task.TaskWords;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.database.PlainQueries;

/**
 * Tasks of all plans: the latest year first, then plan by plan in printed order. What words narrow is read as a {@link NarrowedPage}.
 *
 * <p>What the state or due day of a milestone narrows is read year by year, since what is rare in most years may be common in one: an
 * index tells which years have any, and finds the tasks of those that have few.
 */
@ApplicationScoped
class TaskSearch {

    /** Milestones of a year that are few enough to be read before their tasks are sorted. */
    private static final int FEW = 250;

    private static final String COLUMNS = "l.task_id, l.year, l.plan_id, l.seq";
    private static final String ORDER = " ORDER BY -l.year, l.plan_id, l.seq FETCH FIRST ? ROWS ONLY";

    /** All states: without it the days, which stand behind the state, would not narrow the index. */
    private static final String ANY_STATE = Stream.of(MilestoneState.values())
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", ", "m.state IN (", ")"));

    /** Without it the planner reads the table until enough match, which are all of another year. */
    private static final String AS_INDEXED = " ORDER BY m.state, m.due_sort";

    /** What a milestone without a due day has in its place. */
    private static final String UNDATED = "DATE '9999-12-31'";

    private final PlainQueries queries;

    TaskSearch(PlainQueries queries) {
        this.queries = queries;
    }

    /** Where a task stands in the list. */
    record Place(UUID taskId, int year, UUID planId, int seq) {

        static final Comparator<Place> LISTED = Comparator.comparing((Place place) -> -place.year())
                .thenComparing(Place::planId, Reached.BY_ID)
                .thenComparing(Place::seq);

        private static Place of(ResultSet row) throws SQLException {
            return new Place(row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, UUID.class), row.getInt(4));
        }
    }

    /** Conditions with their values. */
    private static final class Conditions {

        private final List<String> sql = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        /** @param value null omits the condition */
        Conditions and(String condition, Object value) {
            if (value != null) {
                sql.add(condition);
                values.add(value);
            }
            return this;
        }

        Conditions and(String condition, List<Object> several) {
            sql.add(condition);
            values.addAll(several);
            return this;
        }

        Conditions and(Conditions more) {
            sql.addAll(more.sql);
            values.addAll(more.values);
            return this;
        }

        boolean areNone() {
            return sql.isEmpty();
        }

        @Override
        public String toString() {
            return " WHERE " + String.join(" AND ", sql);
        }
    }

    /**
     * A page. At most three statements, and where milestones narrow it one and four for each year that is read; twice as many when
     * the own authority and its subtree are listed.
     */
    List<Place> page(TaskFilter filter, AuthorityScope scope, Optional<Place> after, int most) {
        return Reached.first(
                most, scope.listed(filter.authority()), Place.LISTED, part -> page(part, filter, after, most));
    }

    private List<Place> page(Reached part, TaskFilter filter, Optional<Place> after, int most) {
        if (filter.asksForMilestones() && !filter.isOfOnePlanOrUnit()) {
            return yearByYear(part, filter, after, most);
        }
        Conditions indexed = indexed(part, filter, after);
        Conditions others = words(filter);
        if (filter.asksForMilestones()) {
            others.and(milestone(filter));
        }
        return others.areNone()
                ? read("SELECT " + COLUMNS + " FROM task_listing l" + indexed + ORDER, indexed.values, most)
                : narrowed(indexed, others, most);
    }

    private List<Place> narrowed(Conditions indexed, Conditions others, int most) {
        return NarrowedPage.read(most, rows -> among(rows, indexed, others, most), () -> sorted(indexed, others, most));
    }

    private List<Place> yearByYear(Reached part, TaskFilter filter, Optional<Place> after, int most) {
        List<Place> page = new ArrayList<>();
        for (int year : years(part, filter, after)) {
            if (page.size() < most) {
                page.addAll(ofYear(part, filter.in(year), after, most - page.size()));
            }
        }
        return page;
    }

    /** The years of the list in which milestones match, the latest first. Of each year a few pages of an index are read. */
    private List<Integer> years(Reached part, TaskFilter filter, Optional<Place> after) {
        if (filter.year() != null) {
            return List.of(filter.year());
        }
        Conditions milestones = milestones(part, filter);
        Conditions latest = new Conditions()
                .and("m." + part.sql() + " = ?", part.authority())
                .and("m.year <= ?", after.map(Place::year).orElse(null));
        List<Object> values = Stream.of(latest.values, List.<Object>of(part.authority()), milestones.values)
                .flatMap(List::stream)
                .toList();
        return queries.list(
                "WITH RECURSIVE latest (year) AS (SELECT max(m.year) FROM milestone m" + latest
                        + " UNION ALL SELECT (SELECT max(m.year) FROM milestone m WHERE m." + part.sql()
                        + " = ? AND m.year < latest.year) FROM latest WHERE latest.year IS NOT NULL)"
                        + " SELECT latest.year FROM latest WHERE (SELECT m.due_sort FROM milestone m" + milestones
                        + " AND m.year = latest.year" + AS_INDEXED + " FETCH FIRST ROW ONLY) IS NOT NULL"
                        + " ORDER BY latest.year DESC",
                values,
                row -> row.getInt(1));
    }

    /** Whether so many milestones of a year match that its list is better read in its order. */
    private boolean areMany(Reached part, TaskFilter ofYear) {
        Conditions milestones = milestones(part, ofYear).and("m.year = ?", ofYear.year());
        return queries.list(
                        "SELECT count(*) FROM (SELECT FROM milestone m" + milestones + AS_INDEXED + " FETCH FIRST "
                                + (FEW + 1) + " ROWS ONLY) few",
                        milestones.values,
                        row -> row.getInt(1) > FEW)
                .get(0);
    }

    private List<Place> ofYear(Reached part, TaskFilter ofYear, Optional<Place> after, int most) {
        Conditions indexed = indexed(part, ofYear, after);
        Conditions others = words(ofYear);
        if (!areMany(part, ofYear)) {
            return ofMilestones(part, ofYear, indexed.and(others), most);
        }
        boolean inIndexOfWords = !others.areNone();
        others.and(milestone(ofYear));
        return NarrowedPage.read(
                most,
                rows -> amongOfYear(rows, indexed, others, most),
                () -> inIndexOfWords ? sorted(indexed, others, most) : ofMilestones(part, ofYear, indexed, most));
    }

    /** What an index has in the order of the list. */
    private static Conditions indexed(Reached part, TaskFilter filter, Optional<Place> after) {
        Conditions indexed = new Conditions()
                .and("l." + part.sql() + " = ?", part.authority())
                .and("l.plan_id = ?", filter.plan())
                .and("l.lead_unit_id = ?", filter.unit())
                // As in the order, so that the index is narrowed by it.
                .and("-l.year = ?", filter.year() == null ? null : -filter.year());
        after.ifPresent(last -> indexed.and(
                "(-l.year, l.plan_id, l.seq) > (?, ?, ?)", List.of(-last.year(), last.planId(), last.seq())));
        return indexed;
    }

    /** What the index of words has. */
    private static Conditions words(TaskFilter filter) {
        Conditions words = new Conditions();
        if (filter.words() != null) {
            words.and("l.words @@ CAST(? AS tsquery)", filter.words().query());
        }
        if (filter.code() != null) {
            words.and("l.code = ?", filter.code());
            // Also a word, and therefore in the index of words.
            TaskWords.ofCode(filter.code()).ifPresent(code -> words.and("l.words @@ CAST(? AS tsquery)", code.query()));
        }
        return words;
    }

    /** State and due days of a milestone, from an index which has all of it. */
    private static Conditions due(TaskFilter filter) {
        return new Conditions()
                .and(
                        filter.state() == null ? ANY_STATE : "m.state = ?",
                        filter.state() == null
                                ? List.of()
                                : List.of(filter.state().name()))
                .and("m.due_sort >= ? AND m.due_sort < " + UNDATED, filter.dueFrom())
                .and("m.due_sort <= ? AND m.due_sort < " + UNDATED, filter.dueTo());
    }

    private static Conditions milestones(Reached part, TaskFilter filter) {
        return new Conditions()
                .and("m." + part.sql() + " = ?", part.authority())
                .and(due(filter));
    }

    /** That the task has such a milestone. OFFSET keeps the planner from reading all such milestones instead of those of the task. */
    private static Conditions milestone(TaskFilter filter) {
        Conditions due = due(filter);
        return new Conditions()
                .and("EXISTS (SELECT FROM milestone m" + due + " AND m.task_id = l.task_id OFFSET 0)", due.values);
    }

    /** Those among so many of the list, in its order: no more are read than fill the page. */
    private List<Place> among(int rows, Conditions indexed, Conditions others, int most) {
        return among(rows, indexed, others, "l.latest_first, l.plan_id, l.seq", most);
    }

    /** Of one year all have the same first value of the order; the planner, which does not see that, would sort them all. */
    private List<Place> amongOfYear(int rows, Conditions indexed, Conditions others, int most) {
        return among(rows, indexed, others, "l.plan_id, l.seq", most);
    }

    private List<Place> among(int rows, Conditions indexed, Conditions others, String order, int most) {
        return read(
                "SELECT " + COLUMNS + " FROM (SELECT l.*, -l.year AS latest_first FROM task_listing l" + indexed + ORDER
                        + ") l" + others + " ORDER BY " + order + " FETCH FIRST ? ROWS ONLY",
                Stream.of(indexed.values, List.<Object>of(rows), others.values)
                        .flatMap(List::stream)
                        .toList(),
                most);
    }

    /** The tasks of such milestones of a year, then sorted. OFFSET keeps the planner from reading all tasks of the year instead. */
    private List<Place> ofMilestones(Reached part, TaskFilter filter, Conditions tasks, int most) {
        Conditions milestones = milestones(part, filter).and("m.year = ?", filter.year());
        return read(
                "WITH found AS MATERIALIZED (SELECT DISTINCT m.task_id FROM milestone m" + milestones + ") SELECT "
                        + COLUMNS + " FROM found CROSS JOIN LATERAL (SELECT l.* FROM task_listing l"
                        + " WHERE l.task_id = found.task_id OFFSET 0) l" + tasks + ORDER,
                Stream.concat(milestones.values.stream(), tasks.values.stream()).toList(),
                most);
    }

    /** All of them first, then sorted. */
    private List<Place> sorted(Conditions indexed, Conditions others, int most) {
        return read(
                "WITH found AS MATERIALIZED (SELECT " + COLUMNS + " FROM task_listing l" + indexed + " AND "
                        + String.join(" AND ", others.sql) + ") SELECT " + COLUMNS + " FROM found l" + ORDER,
                Stream.concat(indexed.values.stream(), others.values.stream()).toList(),
                most);
    }

    private List<Place> read(String sql, List<Object> values, int most) {
        List<Object> parameters = new ArrayList<>(values);
        parameters.add(most);
        return queries.list(sql, parameters, Place::of);
    }
}
