package vn.cchc.plan.milestone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import vn.cchc.plan.task.NarrowedPage;
import vn.cchc.plan.task.SoughtTasks;
import vn.cchc.plan.timing.Occurrence;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.database.InIndexOrder;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.recount.DueDays;

/** Milestones, their history and their events. */
@ApplicationScoped
public class MilestoneRepository implements PanacheRepositoryBase<Milestone, UUID> {

    private static final String JOINED = " join Task t on t.id = m.taskId";
    private static final String IN_ORDER = " order by m.dueSort, m.id";
    private static final String HAS_WORDS = "cast(sql('words @@ CAST(? AS tsquery)', :words) as Boolean) = true";

    /** Tasks whose milestones are read one by one: the statistics of PostgreSQL then know how many these are. */
    private static final int FEW = 2_000;

    private final Journal journal;

    MilestoneRepository(Journal journal) {
        this.journal = journal;
    }

    /** A milestone in a list, with the task's attributes shown there. */
    record Row(Milestone milestone, String taskCode, String taskTitle, String leadText) {}

    /**
     * List filter; null components do not filter.
     *
     * @param tasks whose milestones they are, by words and code
     * @param dueBefore exclusive upper bound of the due day
     * @param overdue true for overdue milestones only; false for all
     * @param moved true for milestones whose due day or last working day was moved by a recount; false for the others
     * @param provisional true for milestones with provisional due days; false for the others
     */
    record Filter(
            SoughtTasks tasks,
            UUID authority,
            UUID plan,
            UUID task,
            UUID unit,
            MilestoneState state,
            LocalDate dueBefore,
            LocalDate dueFrom,
            boolean overdue,
            Boolean moved,
            Boolean provisional) {

        /** Equal for equal filters; part of a cursor. */
        String text() {
            return (tasks == null ? "" : tasks.text())
                    + plan
                    + authority
                    + task
                    + unit
                    + state
                    + dueBefore
                    + dueFrom
                    + overdue
                    + moved
                    + provisional;
        }
    }

    /**
     * @throws Problem 404 when there is none in scope, 403 when the right covers only the own unit's and another
     *     unit is responsible
     */
    Milestone visible(UUID id, AuthorityScope scope) {
        Milestone milestone = findByIdOptional(id).orElseThrow(Problem::notFound);
        scope.require(milestone.authorityId(), milestone.unitId().stream().toList());
        return milestone;
    }

    /**
     * SELECT … FOR UPDATE; concurrent changes serialise.
     *
     * @throws Problem 404 when there is none in scope, 403 when another unit is responsible
     */
    Milestone forChange(UUID id, AuthorityScope scope) {
        Milestone milestone =
                findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
        scope.require(milestone.authorityId(), milestone.unitId().stream().toList());
        return milestone;
    }

    /**
     * A page ordered by due day, undated ones last. One statement of constant length, planned once on each connection; with words as
     * {@link NarrowedPage}, planned anew, since words are rare or common. Twice as many
     * when the own authority and its subtree are listed.
     */
    List<Row> page(Filter filter, AuthorityScope scope, LocalDate today, LocalDate afterDue, UUID afterId, int limit) {
        return Reached.first(
                limit,
                scope.listed(filter.authority()),
                Comparator.comparing((Row row) -> row.milestone().dueSort())
                        .thenComparing(row -> row.milestone().id(), Reached.BY_ID),
                part -> {
                    Conditions conditions = conditions(part, filter, today, afterDue, afterId);
                    if (filter.tasks() != null) {
                        return NarrowedPage.read(
                                limit,
                                first -> rowsAmong(first, conditions, filter.tasks(), limit),
                                () -> rowsOfWords(part, conditions, filter.tasks(), limit));
                    }
                    // No index has accepted milestones in the order of the list, as most are accepted in the end.
                    return filter.state() == MilestoneState.ACCEPTED
                            ? rows("Milestone m" + JOINED, conditions, limit)
                            : InIndexOrder.read(
                                    getEntityManager(), () -> rows("Milestone m" + JOINED, conditions, limit));
                });
    }

    /** Conditions on milestones {@code m}, with their parameters. */
    private record Conditions(List<String> hql, Map<String, Object> parameters) {

        Conditions() {
            this(new ArrayList<>(), new HashMap<>());
        }

        Conditions and(String condition, Map<String, Object> its) {
            Conditions more = new Conditions(new ArrayList<>(hql), new HashMap<>(parameters));
            more.hql.add(condition);
            more.parameters.putAll(its);
            return more;
        }

        @Override
        public String toString() {
            return " where " + String.join(" and ", hql);
        }
    }

    private static Conditions conditions(
            Reached part, Filter filter, LocalDate today, LocalDate afterDue, UUID afterId) {
        Conditions all = new Conditions();
        List<String> conditions = all.hql;
        Map<String, Object> parameters = all.parameters;
        conditions.add(part.hql("m.authorityId") + " = :reached");
        parameters.put("reached", part.authority());
        equal("m.planId", "plan", filter.plan(), conditions, parameters);
        equal("m.taskId", "task", filter.task(), conditions, parameters);
        equal("m.unitId", "unit", filter.unit(), conditions, parameters);
        if (filter.state() != null) {
            // Not a parameter: the planner must see that the partial index of states has it.
            conditions.add("m.state = '" + filter.state() + "'");
        }
        if (filter.dueBefore() != null) {
            conditions.add("m.dueSort < :dueBefore");
            parameters.put("dueBefore", filter.dueBefore());
        }
        if (filter.dueFrom() != null) {
            conditions.add("m.dueSort >= :dueFrom and m.due.dueOn is not null");
            parameters.put("dueFrom", filter.dueFrom());
        }
        if (filter.overdue()) {
            conditions.add(Milestone.overdueSql("m.state", "m.dueSort", "m.pausedSince", ":today"));
            parameters.put("today", today);
        }
        // Must match the predicates of both partial indexes literally.
        if (filter.moved() != null) {
            conditions.add(
                    filter.moved()
                            ? "(m.due.dueMovedFrom is not null or m.due.workMovedFrom is not null)"
                            : "m.due.dueMovedFrom is null and m.due.workMovedFrom is null");
        }
        if (filter.provisional() != null) {
            conditions.add(filter.provisional() ? "m.due.provisional" : "not m.due.provisional");
        }
        if (afterId != null) {
            conditions.add("(m.dueSort, m.id) > (:afterDue, :afterId)");
            parameters.put("afterDue", afterDue);
            parameters.put("afterId", afterId);
        }
        return all;
    }

    private List<Row> rows(String from, Conditions conditions, int limit) {
        return rows(
                // Not a parameter: a plan for all values then expects a tenth of the list.
                "select m, t.code, t.title, t.leadText from " + from + conditions + IN_ORDER + " limit " + limit,
                conditions.parameters);
    }

    /** Those whose task has the words, among so many at the beginning of the list. */
    private List<Row> rowsAmong(int first, Conditions conditions, SoughtTasks sought, int limit) {
        Map<String, Object> parameters = new HashMap<>(conditions.parameters);
        parameters.putAll(parameters(sought));
        return rows(
                "select found, t.code, t.title, t.leadText from (select m.id as id, m.taskId as taskId, m.dueSort as dueSort from"
                        + " Milestone m" + conditions + IN_ORDER + " limit " + first
                        + ") beginning join TaskListing l on l.taskId = beginning.taskId"
                        + " join Milestone found on found.id = beginning.id join Task t on t.id = found.taskId where "
                        + isSought(sought)
                        + " order by beginning.dueSort, beginning.id limit " + limit,
                parameters);
    }

    /** Condition on the listing {@code l} of a task. */
    private static String isSought(SoughtTasks sought) {
        return HAS_WORDS + (sought.code() == null ? "" : " and l.code = :code");
    }

    private static Map<String, Object> parameters(SoughtTasks sought) {
        return sought.code() == null
                ? Map.of("words", sought.query())
                : Map.of("words", sought.query(), "code", sought.code());
    }

    /** All those whose task has the words: of few tasks by these, of many as the planner chooses. */
    private List<Row> rowsOfWords(Reached part, Conditions conditions, SoughtTasks sought, int limit) {
        String tasks = "select l.taskId as taskId from TaskListing l where " + part.hql("l.authorityId")
                + " = :reached and " + isSought(sought);
        var first = getEntityManager()
                // Materialised: all of them are looked for, and not the first ones of some order.
                .createQuery("with found as materialized (" + tasks + ") select f.taskId from found f", UUID.class)
                .setParameter("reached", part.authority())
                .setMaxResults(FEW + 1);
        parameters(sought).forEach(first::setParameter);
        List<UUID> few = first.getResultList();
        if (few.isEmpty()) {
            return List.of();
        }
        return rows(
                "Milestone m" + JOINED,
                few.size() <= FEW
                        ? conditions.and("m.taskId in :few", Map.of("few", few))
                        : conditions.and("m.taskId in (" + tasks + ")", parameters(sought)),
                limit);
    }

    private List<Row> rows(String hql, Map<String, Object> parameters) {
        var query = getEntityManager().createQuery(hql, Object[].class);
        parameters.forEach(query::setParameter);
        return query.getResultStream()
                .map(row -> new Row((Milestone) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    private static void equal(
            String field, String name, Object value, List<String> conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(field + " = :" + name);
            parameters.put(name, value);
        }
    }

    /** Keyset page of the open, dated milestones, by authority, due day and id. */
    List<DueDays.Place> owed(DueDays.Place after, int most) {
        return DueDays.next(
                getEntityManager(),
                Milestone.class,
                "dueSort",
                "state in ('OPEN', 'RETURNED') and due.dueOn is not null",
                after,
                most);
    }

    /** Those still open and dated, re-read under the lock; ordered by id. */
    List<Milestone> stillOwed(List<DueDays.Place> places, LockModeType lock) {
        return find(
                        "state in ('OPEN', 'RETURNED') and due.dueOn is not null and id in ?1 order by id",
                        DueDays.Place.ids(places))
                .withLock(lock)
                .list();
    }

    public Optional<Milestone> occurrence(UUID ruleId, String occurrence) {
        return find("ruleId = ?1 and occurrence = ?2", ruleId, occurrence).firstResultOptional();
    }

    /** The milestones of the rules with one of these occurrence keys, and the rules' placeholders. */
    public List<Milestone> ofRules(Collection<UUID> ruleIds, Collection<String> occurrences) {
        if (ruleIds.isEmpty()) {
            return List.of();
        }
        List<String> wanted = new ArrayList<>(occurrences);
        wanted.add(Occurrence.STANDING);
        return list("ruleId in ?1 and occurrence in ?2", ruleIds, wanted);
    }

    public List<Milestone> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** Milestones whose last applied fact is of one of these aggregates. */
    public List<Milestone> following(Milestone.FactKind kind, Collection<UUID> factIds) {
        return list("followed.kind = ?1 and followed.id in ?2 order by id", kind, factIds);
    }

    /** The last steps, oldest first. */
    List<MilestoneStep> history(UUID milestoneId) {
        List<MilestoneStep> steps = journal.changes(MilestoneEvent.KIND, milestoneId).stream()
                .flatMap(MilestoneStep::of)
                .toList();
        return Bounds.lastShown(steps);
    }

    /**
     * Appends the steps of these milestones to the journal, one change per milestone, in the current transaction, and
     * persists new milestones. The flush precedes the journal, so that a concurrent change fails on the optimistic lock
     * and is retried as a lost race, not rejected as a faulty event.
     */
    public void record(Collection<Milestone> touched) {
        Map<Milestone, List<Milestone.Step>> steps = new LinkedHashMap<>();
        for (Milestone milestone : touched) {
            List<Milestone.Step> taken = milestone.takeSteps();
            if (!taken.isEmpty()) {
                steps.put(milestone, taken);
            }
        }
        steps.keySet().stream().filter(milestone -> !isPersistent(milestone)).forEach(this::persist);
        journal.appendAll(() -> steps.entrySet().stream()
                .map(each -> MilestoneEvent.of(each.getValue(), each.getKey()))
                .toList());
    }

    @Override
    public boolean isPersistent(Milestone milestone) {
        return getEntityManager().unwrap(Session.class).contains(milestone);
    }
}
