package vn.cchc.plan.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.cchc.plan.task.TaskWords;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.database.PlainQueries;

/**
 * Tasks of all plans: the latest year first, then plan by plan in printed order.
 *
 * <p>A page that is narrowed to words is cheap in two ways: read in the order of the list, where many tasks have the words, or through
 * the index of words and then sorted, where few have them. The statistics of PostgreSQL do not know words that are rare, and its
 * planner takes them for common. So a beginning of the list is read first, and shows which they are.
 */
@ApplicationScoped
class TaskSearch {

    /** Tasks of the list that are read first. */
    private static final int FIRST = 1_000;

    /** Tasks that are read next, if some of the first have the words. */
    private static final int NEXT = 10_000;

    /** That many of the first make it likely that the next fill a page. */
    private static final int SOME = 5;

    private static final String COLUMNS = "l.task_id, l.year, l.plan_id, l.seq";
    private static final String ORDER = " ORDER BY -l.year, l.plan_id, l.seq FETCH FIRST ? ROWS ONLY";

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

        boolean areNone() {
            return sql.isEmpty();
        }

        @Override
        public String toString() {
            return " WHERE " + String.join(" AND ", sql);
        }
    }

    /** A page. At most three statements; twice as many when the own authority and its subtree are listed. */
    List<Place> page(TaskFilter filter, AuthorityScope scope, Optional<Place> after, int most) {
        return Reached.first(
                most, scope.listed(filter.authority()), Place.LISTED, part -> page(part, filter, after, most));
    }

    private List<Place> page(Reached part, TaskFilter filter, Optional<Place> after, int most) {
        Conditions indexed = indexed(part, filter, after);
        Conditions others = others(part, filter);
        if (others.areNone()) {
            return read("SELECT " + COLUMNS + " FROM task_listing l" + indexed + ORDER, indexed.values, most);
        }
        List<Place> first = among(FIRST, indexed, others, most);
        if (first.size() == most) {
            return first;
        }
        List<Place> next = first.size() < SOME ? first : among(NEXT, indexed, others, most);
        return next.size() == most ? next : sorted(indexed, others, most);
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

    private static Conditions others(Reached part, TaskFilter filter) {
        Conditions others = new Conditions();
        if (filter.words() != null) {
            others.and("l.words @@ CAST(? AS tsquery)", filter.words().query());
        }
        if (filter.code() != null) {
            others.and("l.code = ?", filter.code());
            // Also a word, and therefore in the index of words.
            TaskWords.ofCode(filter.code())
                    .ifPresent(code -> others.and("l.words @@ CAST(? AS tsquery)", code.query()));
        }
        if (filter.asksForMilestones()) {
            // The authority stands in it once more, so that few milestones can be read first and their tasks then.
            Conditions milestone = new Conditions()
                    .and("m." + part.sql() + " = ?", part.authority())
                    .and(
                            "m.state = ?",
                            filter.state() == null ? null : filter.state().name())
                    .and("m.due_sort >= ? AND m.due_on IS NOT NULL", filter.dueFrom())
                    .and("m.due_sort <= ? AND m.due_on IS NOT NULL", filter.dueTo());
            others.and("EXISTS (SELECT FROM milestone m" + milestone + " AND m.task_id = l.task_id)", milestone.values);
        }
        return others;
    }

    /** Those among so many of the list, in its order: no more are read than fill the page. */
    private List<Place> among(int rows, Conditions indexed, Conditions others, int most) {
        return read(
                "SELECT " + COLUMNS + " FROM (SELECT l.*, -l.year AS latest_first FROM task_listing l" + indexed + ORDER
                        + ") l" + others + " ORDER BY l.latest_first, l.plan_id, l.seq FETCH FIRST ? ROWS ONLY",
                Stream.of(indexed.values, List.<Object>of(rows), others.values)
                        .flatMap(List::stream)
                        .toList(),
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
