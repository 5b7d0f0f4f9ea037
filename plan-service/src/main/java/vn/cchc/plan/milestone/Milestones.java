package vn.cchc.plan.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.evidence.EvidenceRepository;
import vn.cchc.plan.task.TaskRepository;
import vn.cchc.plan.task.TaskRule;
import vn.cchc.plan.timing.DueBasis;
import vn.cchc.plan.timing.Offset;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** Application service for milestones: arm, submit, accept, return, waive. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Milestones {

    /** Maximum distance, in years, of a manually set day from the plan's year; anything beyond is a typing error. */
    private static final int FARTHEST_YEARS = 10;

    private final MilestoneRepository milestones;
    private final EvidenceRepository evidence;
    private final TaskRepository tasks;
    private final WorkingCalendars calendars;
    private final Clock clock;

    Milestones(
            MilestoneRepository milestones,
            EvidenceRepository evidence,
            TaskRepository tasks,
            WorkingCalendars calendars,
            Clock clock) {
        this.milestones = milestones;
        this.evidence = evidence;
        this.tasks = tasks;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @throws Problem 404, 403, 412, 428; 409 when nothing has been submitted */
    Milestone accept(UUID id, ExpectedVersion expected, AuthorityScope scope, Actor by) {
        return change(id, expected, scope, (milestone, now) -> milestone.accept(by, now));
    }

    /** @throws Problem 404, 403, 412, 428; 409 when nothing has been submitted */
    Milestone giveBack(UUID id, ExpectedVersion expected, String reason, AuthorityScope scope, Actor by) {
        return change(
                id, expected, scope, (milestone, now) -> milestone.giveBack(reason, calendars.current(), by, now));
    }

    /** @throws Problem 404, 403, 412, 428; 409 when it has been accepted or waived */
    Milestone waive(UUID id, ExpectedVersion expected, String reason, AuthorityScope scope, Actor by) {
        return change(id, expected, scope, (milestone, now) -> milestone.waive(reason, by, now));
    }

    /**
     * Result of a submission.
     *
     * @param milestone the state after it
     */
    record HandedIn(Milestone milestone, Evidence evidence) {}

    /** @throws Problem 404, 403, 412, 428; 409 when no submission is expected, or there are {@link EvidenceRepository#MOST} */
    HandedIn submit(UUID id, ExpectedVersion expected, String note, AuthorityScope scope, Actor by) {
        Milestone milestone = submitted(id, expected, scope, by);
        Evidence handedIn = Evidence.note(milestone.place(), note, by, clock.instant());
        evidence.persist(handedIn);
        milestones.record(List.of(milestone));
        return new HandedIn(milestone, handedIn);
    }

    /**
     * Submits a file. It is checked after the milestone is locked and its rules are checked, so that a refused request
     * costs no file check.
     *
     * @throws Problem as of a note; 413, 415, 422 for what was sent
     */
    HandedIn submit(UUID id, ExpectedVersion expected, SubmitFile request, AuthorityScope scope, Actor by) {
        Milestone milestone = submitted(id, expected, scope, by);
        SubmitFile.Checked upload = request.checked();
        Evidence handedIn = Evidence.file(milestone.place(), upload.note(), upload.file(), by, clock.instant());
        evidence.add(handedIn, upload.file());
        milestones.record(List.of(milestone));
        return new HandedIn(milestone, handedIn);
    }

    private Milestone submitted(UUID id, ExpectedVersion expected, AuthorityScope scope, Actor by) {
        Milestone milestone = toChange(id, expected, scope);
        // Each submission is a version: those with fewer need not be counted.
        if (milestone.version() >= EvidenceRepository.MOST && evidence.isFull(id)) {
            throw Problem.conflict(
                    "too-many-submissions",
                    BilingualText.of(
                            "Mốc này đã có " + EvidenceRepository.MOST + " lần nộp, không nộp thêm được nữa.",
                            EvidenceRepository.MOST
                                    + " submissions have been handed in for the milestone: no more can be."));
        }
        milestone.submit(by, clock.instant());
        return milestone;
    }

    private Milestone change(
            UUID id, ExpectedVersion expected, AuthorityScope scope, BiConsumer<Milestone, Instant> change) {
        Milestone milestone = toChange(id, expected, scope);
        change.accept(milestone, clock.instant());
        milestones.record(List.of(milestone));
        return milestone;
    }

    private Milestone toChange(UUID id, ExpectedVersion expected, AuthorityScope scope) {
        Milestone milestone = milestones.forChange(id, scope);
        expected.require(milestone.version());
        return milestone;
    }

    /**
     * Result of arming.
     *
     * @param isNew whether a placeholder created a new milestone
     */
    record Armed(Milestone milestone, boolean isNew) {}

    /**
     * Arms a milestone, or corrects the day of an occurrence.
     *
     * @throws Problem 404, 403, 412, 428; 409 when it does not wait; 422 for an implausible day
     */
    Armed arm(UUID id, ExpectedVersion expected, ArmMilestone request, AuthorityScope scope, Actor by) {
        Milestone waiting = toChange(id, expected, scope);
        Armed armed = arm(waiting, request, by);
        milestones.record(List.of(armed.milestone()));
        return armed;
    }

    private Armed arm(Milestone waiting, ArmMilestone request, Actor by) {
        Instant now = clock.instant();
        DueBasis basis = basis(waiting, request);
        if (!waiting.isStanding()) {
            waiting.arm(basis, calendars.current(), by, now);
            return new Armed(waiting, false);
        }
        waiting.requireArmable();
        String key = request.occurrence() != null
                ? request.occurrence()
                : basis.day().toString();
        if (key.equals(waiting.occurrence())) {
            throw Problem.invalid(
                    "occurrence", "Tên này dành cho mốc chờ.", "This name is that of the placeholder itself.");
        }
        Optional<Milestone> there = milestones.occurrence(waiting.ruleId(), key);
        if (there.isPresent()) {
            there.get().correctDay(basis, calendars.current(), by, now);
            return new Armed(there.get(), false);
        }
        return new Armed(
                waiting.occurring(
                        key,
                        request.label() != null ? request.label() : waiting.label(),
                        basis,
                        calendars.current(),
                        by,
                        now),
                true);
    }

    private DueBasis basis(Milestone waiting, ArmMilestone request) {
        if ((request.happenedOn() == null) == (request.dueOn() == null)) {
            throw Problem.invalid(
                    "dueOn",
                    "Cần đúng một trong hai: happenedOn hoặc dueOn.",
                    "Exactly one of happenedOn and dueOn must be given.");
        }
        LocalDate given = request.dueOn() != null ? request.dueOn() : request.happenedOn();
        if (Math.abs(given.getYear() - waiting.year()) > FARTHEST_YEARS) {
            throw Problem.invalid(
                    request.dueOn() != null ? "dueOn" : "happenedOn",
                    "Quá xa năm kế hoạch " + waiting.year() + ": cách tối đa " + FARTHEST_YEARS + " năm.",
                    "Too far from the plan's year " + waiting.year() + ": " + FARTHEST_YEARS + " years at most.");
        }
        if (request.dueOn() != null) {
            return DueBasis.setByHand(request.dueOn());
        }
        TaskRule rule = tasks.rule(waiting.ruleId()).orElseThrow();
        Optional<Offset> offset = rule.offset();
        if (offset.isEmpty()) {
            throw Problem.invalid(
                    "happenedOn",
                    "Kế hoạch không ghi thời hạn trước hoặc sau sự kiện: hãy đặt dueOn.",
                    "The plan states no term before or after the event: give dueOn.");
        }
        // What is due before an event waits for its day to be known, and not for it to come.
        if (!offset.get().isBefore() && request.happenedOn().isAfter(LocalDate.now(clock))) {
            throw Problem.invalid("happenedOn", "Không được ở tương lai.", "Must not be in the future.");
        }
        return DueBasis.ofEvent(request.happenedOn(), offset.get());
    }
}
