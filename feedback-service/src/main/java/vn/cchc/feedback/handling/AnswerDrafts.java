package vn.cchc.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** Writing and reading drafts of answers. No change of a draft is one of the case: its state, limit and version stay. */
@ApplicationScoped
@Transactional
class AnswerDrafts {

    private final VisibleCases cases;
    private final FeedbackRepository repository;
    private final Handling handling;

    AnswerDrafts(VisibleCases cases, FeedbackRepository repository, Handling handling) {
        this.cases = cases;
        this.repository = repository;
        this.handling = handling;
    }

    /**
     * Begins the draft.
     *
     * @throws Problem 404 when out of sight; 409 where the state allows no answer, or there is a draft; 422 as {@link
     *     FeedbackAnswer}
     */
    AnswerDraftView begin(UUID feedbackId, AnswerFeedback wanted, Staff by) {
        Feedback feedback = cases.toChange(feedbackId, by.sight()).feedback();
        ChangeContext context = handling.context(by.actor());
        feedback.requireDraftWithOffice(context);
        if (repository.findDraft(feedbackId).isPresent()) {
            throw Problem.conflict(
                    "draft-exists",
                    BilingualText.of(
                            "Đã có dự thảo trả lời; hãy sửa dự thảo đó.",
                            "There is a draft of the answer already; change that one."));
        }
        AnswerDraft draft = new AnswerDraft(feedback, wanted, context);
        repository.add(draft);
        return AnswerDraftView.of(feedback, draft);
    }

    /**
     * Writes the draft anew.
     *
     * @throws Problem 404 when out of sight, or there is none; 409 while it is with the leader; 412 when it has changed since;
     *     422 as {@link FeedbackAnswer}
     */
    AnswerDraftView write(UUID feedbackId, UUID id, ExpectedVersion expected, AnswerFeedback wanted, Staff by) {
        Feedback feedback = cases.toChange(feedbackId, by.sight()).feedback();
        AnswerDraft draft = draft(feedbackId, id).orElseThrow(Problem::notFound);
        expected.require(draft.version());
        ChangeContext context = handling.context(by.actor());
        feedback.requireDraftWithOffice(context);
        draft.write(feedback, wanted, context);
        repository.flush();
        return AnswerDraftView.of(feedback, draft);
    }

    /** @throws Problem 404 when out of sight */
    AnswerDraftList list(UUID feedbackId, Sight sight) {
        Feedback feedback = cases.get(feedbackId, sight).feedback();
        return new AnswerDraftList(
                repository.findDraft(feedbackId).map(draft -> AnswerDraftView.of(feedback, draft)).stream()
                        .toList());
    }

    /** @throws Problem 404 when out of sight, or there is none any more */
    AnswerDraftView get(UUID feedbackId, UUID id, Sight sight) {
        Feedback feedback = cases.get(feedbackId, sight).feedback();
        return draft(feedbackId, id)
                .map(draft -> AnswerDraftView.of(feedback, draft))
                .orElseThrow(Problem::notFound);
    }

    private Optional<AnswerDraft> draft(UUID feedbackId, UUID id) {
        return repository.findDraft(feedbackId).filter(draft -> draft.id().equals(id));
    }
}
