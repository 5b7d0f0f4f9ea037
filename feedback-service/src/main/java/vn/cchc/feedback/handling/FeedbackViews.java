package vn.cchc.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.feedback.attachment.AttachmentList;
import vn.cchc.feedback.attachment.Attachments;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.database.ReadTransaction;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/** Views of one feedback, for staff. */
@ApplicationScoped
class FeedbackViews {

    private final VisibleCases cases;
    private final FeedbackRepository repository;
    private final FeedbackHistory history;
    private final KnownAuthorities authorities;
    private final Limits limits;
    private final Attachments attachments;
    private final Clock clock;

    FeedbackViews(
            VisibleCases cases,
            FeedbackRepository repository,
            FeedbackHistory history,
            KnownAuthorities authorities,
            Limits limits,
            Attachments attachments,
            Clock clock) {
        this.cases = cases;
        this.repository = repository;
        this.history = history;
        this.authorities = authorities;
        this.limits = limits;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** @throws Problem 404 when out of sight */
    @Transactional
    FeedbackView one(UUID id, Sight sight) {
        return one(cases.get(id, sight), sight);
    }

    /** The case as it may be shown: without the sender where that is out of sight. */
    FeedbackView one(Case shown, Sight sight) {
        Feedback feedback = shown.feedback();
        return FeedbackView.of(
                shown,
                new FeedbackView.Context(
                        OffsetDateTime.now(clock),
                        limits.calendar(),
                        feedback.unitId().flatMap(unit -> authorities
                                .find(feedback.authorityId())
                                .flatMap(authority -> authority.unitName(unit))),
                        sight.identifiesSender(feedback.unitId())));
    }

    /**
     * The cases that are merged into it, as far as they are in sight.
     *
     * @throws Problem 404 when out of sight
     */
    @Transactional
    MergedCaseList merged(UUID id, Sight sight) {
        cases.get(id, sight);
        OffsetDateTime now = OffsetDateTime.now(clock);
        return new MergedCaseList(repository.mergedInto(id).stream()
                .filter(sight::sees)
                .map(merged -> MergedCaseView.of(merged, now))
                .toList());
    }

    /**
     * Its files.
     *
     * @throws Problem 404 when out of sight
     */
    @Transactional
    AttachmentList attachments(UUID id, Sight sight) {
        return attachments.of(cases.get(id, sight).feedback().id());
    }

    /**
     * A file of it.
     *
     * @throws Problem 404 when out of sight, or there is none
     */
    Download attachment(UUID id, UUID attachmentId, Sight sight) {
        return ReadTransaction.call(
                () -> attachments.file(cases.get(id, sight).feedback().id(), attachmentId));
    }

    /**
     * The due day, explained with the table of working days that it was counted with.
     *
     * @throws Problem 404 when out of sight
     */
    @Transactional
    DueDateView dueDate(UUID id, Sight sight) {
        Feedback feedback = cases.get(id, sight).feedback();
        WorkingCalendar inForce = limits.calendar();
        WorkingCalendar itsOwn =
                limits.calendar(feedback.limitClock().dueCalendar()).orElse(inForce);
        return DueDateView.of(
                feedback,
                feedback.limitEnds(limits.workingTime(itsOwn, feedback.authorityId())),
                feedback.dueOnWith(limits.workingTime(inForce, feedback.authorityId())));
    }

    /**
     * A page of its history, oldest first.
     *
     * @throws Problem 404 when out of sight
     */
    @Transactional
    Page<ChangeView> changes(UUID id, Sight sight, Integer limit, String cursor) {
        return history.page(cases.get(id, sight).feedback().id(), limit, cursor);
    }
}
