package vn.cchc.plan.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.Problem;

/** Application service for progress entries of continuous tasks. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ProgressEntries {

    private final TaskRepository tasks;
    private final EntityManager entities;
    private final Journal journal;
    private final Clock clock;

    ProgressEntries(TaskRepository tasks, EntityManager entities, Journal journal, Clock clock) {
        this.tasks = tasks;
        this.entities = entities;
        this.journal = journal;
        this.clock = clock;
    }

    /** An entry and its task, whose version it has raised. */
    record Entered(Task task, ProgressEntry entry) {}

    /** @throws Problem 404, 403; 422 for a period in which the task owes no entry */
    Entered enter(UUID taskId, EnterProgress request, AuthorityScope scope, Actor by) {
        Task task = tasks.forChange(taskId, scope);
        task.requireProgressOwed(request.period());
        Instant now = clock.instant();
        entities.lock(task, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        ProgressEntry entry = ProgressEntry.entered(task, request.period(), request.note(), by, now);
        tasks.add(entry);
        journal.append(() -> TaskEvent.progressEntered(task, tasks.enteredPeriods(taskId), by, now));
        return new Entered(task, entry);
    }
}
