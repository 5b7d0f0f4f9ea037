package vn.cchc.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.database.ReadTransaction;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** Writing and reading letters of apology. No change of a draft is one of the case: its state, limit and version stay. */
@ApplicationScoped
public class ApologyLetters {

    private final VisibleCases cases;
    private final FeedbackRepository repository;
    private final Handling handling;
    private final ApologyDocuments documents;

    ApologyLetters(VisibleCases cases, FeedbackRepository repository, Handling handling, ApologyDocuments documents) {
        this.cases = cases;
        this.repository = repository;
        this.handling = handling;
        this.documents = documents;
    }

    /**
     * Begins the letter of the present round.
     *
     * @throws Problem 404 when out of sight; 409 where the feedback is not overdue, or there is a letter; 422 as {@link
     *     ApologyLetter#write}
     */
    @Transactional
    ApologyLetterView begin(UUID feedbackId, WriteApologyLetter wanted, Staff by) {
        Feedback feedback = cases.toChange(feedbackId, by.sight()).feedback();
        ChangeContext context = handling.context(by.actor());
        feedback.requireApology(context);
        if (repository.findApology(feedbackId, feedback.round()).isPresent()) {
            throw Problem.conflict(
                    "letter-exists",
                    BilingualText.of(
                            "Đã có dự thảo thư xin lỗi; hãy sửa dự thảo đó.",
                            "There is a draft of the letter already; change that one."));
        }
        ApologyLetter letter = new ApologyLetter(feedback, wanted, context);
        repository.add(letter);
        return ApologyLetterView.of(letter);
    }

    /**
     * Writes the draft anew.
     *
     * @throws Problem 404 when out of sight, or there is none; 409 where it is released or the feedback is not overdue; 412 when
     *     it has changed since; 422 as {@link ApologyLetter#write}
     */
    @Transactional
    ApologyLetterView write(UUID feedbackId, UUID id, ExpectedVersion expected, WriteApologyLetter wanted, Staff by) {
        Feedback feedback = cases.toChange(feedbackId, by.sight()).feedback();
        ApologyLetter letter = letter(feedbackId, id);
        expected.require(letter.version());
        ChangeContext context = handling.context(by.actor());
        if (letter.release().isPresent()) {
            throw Feedback.apologised();
        }
        feedback.requireApology(context);
        letter.write(wanted, context);
        repository.flush();
        return ApologyLetterView.of(letter);
    }

    /** @throws Problem 404 when out of sight */
    @Transactional
    ApologyLetterList list(UUID feedbackId, Sight sight) {
        cases.get(feedbackId, sight);
        return new ApologyLetterList(repository.apologies(feedbackId).stream()
                .map(ApologyLetterView::of)
                .toList());
    }

    /** @throws Problem 404 when out of sight, or there is none */
    @Transactional
    ApologyLetterView get(UUID feedbackId, UUID id, Sight sight) {
        cases.get(feedbackId, sight);
        return ApologyLetterView.of(letter(feedbackId, id));
    }

    /**
     * The letter as a PDF file; of a draft without number and day, and marked as one.
     *
     * @throws Problem 404 when out of sight, or there is none
     */
    Download document(UUID feedbackId, UUID id, Sight sight) {
        return ReadTransaction.call(() -> {
            Case one = cases.get(feedbackId, sight);
            return documents.of(one, letter(feedbackId, id));
        });
    }

    /** The letter that was released in the present round. The caller has checked that the feedback may be seen. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ApologyLetter> released(Feedback feedback) {
        return feedback.promisedOn().isEmpty()
                ? Optional.empty()
                : repository.findApology(feedback.id(), feedback.round());
    }

    /**
     * The same as a PDF file, for the sender whose code and secret the caller has checked.
     *
     * @throws Problem 404 where none is released
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Download documentForSender(UUID feedbackId) {
        Case one = repository.findCase(feedbackId).orElseThrow(Problem::notFound);
        return documents.of(one, released(one.feedback()).orElseThrow(Problem::notFound));
    }

    private ApologyLetter letter(UUID feedbackId, UUID id) {
        return repository
                .findApology(id)
                .filter(letter -> letter.feedbackId().equals(feedbackId))
                .orElseThrow(Problem::notFound);
    }
}
