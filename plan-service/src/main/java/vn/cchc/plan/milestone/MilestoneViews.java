package vn.cchc.plan.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.evidence.EvidenceKind;
import vn.cchc.plan.evidence.EvidenceRepository;
import vn.cchc.plan.task.Task;
import vn.cchc.plan.task.TaskRepository;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.database.InIndexOrder;
import vn.cchc.platform.database.ReadTransaction;
import vn.cchc.platform.event.ChangeView;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/** Views of milestones, and what was handed in for them. */
@ApplicationScoped
class MilestoneViews {

    private final MilestoneRepository milestones;
    private final EvidenceRepository evidence;
    private final TaskRepository tasks;
    private final WorkingCalendars calendars;
    private final Journal journal;
    private final Clock clock;

    MilestoneViews(
            MilestoneRepository milestones,
            EvidenceRepository evidence,
            TaskRepository tasks,
            WorkingCalendars calendars,
            Journal journal,
            Clock clock) {
        this.milestones = milestones;
        this.evidence = evidence;
        this.tasks = tasks;
        this.calendars = calendars;
        this.journal = journal;
        this.clock = clock;
    }

    /** A page by due day; what has none comes last. In one transaction, as {@link InIndexOrder} asks. */
    Page<MilestoneView> list(MilestoneRepository.Filter filter, AuthorityScope scope, Integer limit, String cursor) {
        LocalDate today = LocalDate.now(clock);
        return ReadTransaction.call(() -> Page.read(
                        limit,
                        cursor,
                        // The cursor does not contain today's date, so that it stays valid the next day.
                        filter.text(),
                        (after, atMost) -> milestones.page(
                                filter,
                                scope,
                                today,
                                after.map(last -> last.date(0)).orElse(null),
                                after.map(last -> last.uuid(1)).orElse(null),
                                atMost),
                        row -> List.of(
                                row.milestone().dueSort(), row.milestone().id()))
                .map(row -> MilestoneView.inList(row, today)));
    }

    /** @throws Problem 404, 403 */
    MilestoneView one(UUID id, AuthorityScope scope) {
        return one(milestones.visible(id, scope));
    }

    /** With what was handed in, and its history. */
    MilestoneView one(Milestone milestone) {
        Task task = tasks.findById(milestone.taskId());
        return MilestoneView.of(
                new MilestoneRepository.Row(
                        milestone,
                        task.code().orElse(null),
                        task.title(),
                        task.leadText().orElse(null)),
                LocalDate.now(clock),
                evidence.ofMilestone(milestone.id()),
                milestones.history(milestone.id()));
    }

    /**
     * What happened to it, oldest first.
     *
     * @throws Problem 404, 403
     */
    Page<ChangeView> changes(UUID id, AuthorityScope scope, Integer limit, String cursor) {
        milestones.visible(id, scope);
        return journal.page(MilestoneEvent.KIND, id, limit, cursor, ChangeView::of);
    }

    /**
     * How its due day was counted, by the table that it was counted with and by the one in force.
     *
     * @throws Problem 404, 403
     */
    DueDateView dueDate(UUID id, AuthorityScope scope) {
        Milestone milestone = milestones.visible(id, scope);
        String timing = tasks.findById(milestone.taskId()).timingText().orElse(null);
        return milestone
                .due()
                .basis()
                .map(basis -> {
                    WorkingCalendar inForce = calendars.current();
                    WorkingCalendar itsOwn =
                            milestone.due().calendar().flatMap(calendars::named).orElse(inForce);
                    return DueDateView.of(milestone, timing, basis, basis.dueDay(itsOwn), basis.dueDay(inForce));
                })
                .orElseGet(() -> DueDateView.none(milestone, timing));
    }

    /** @throws Problem 404, 403 */
    Milestones.HandedIn submission(UUID id, AuthorityScope scope) {
        Evidence handedIn = evidence.findByIdOptional(id).orElseThrow(Problem::notFound);
        return new Milestones.HandedIn(milestones.visible(handedIn.milestoneId(), scope), handedIn);
    }

    /** A file that was handed in. */
    record SubmittedFile(Evidence evidence, FileContent content) {}

    /** @throws Problem 404, 403 */
    SubmittedFile file(UUID id, UUID submissionId, AuthorityScope scope) {
        return ReadTransaction.call(() -> {
            milestones.visible(id, scope);
            Evidence handedIn = evidence.findByIdOptional(submissionId)
                    .filter(found -> found.milestoneId().equals(id))
                    .filter(found -> found.kind() == EvidenceKind.FILE)
                    .orElseThrow(Problem::notFound);
            return new SubmittedFile(handedIn, EvidenceRepository.content(handedIn));
        });
    }
}
