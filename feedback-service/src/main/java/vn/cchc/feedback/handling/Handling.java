package vn.cchc.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Transition;
import vn.cchc.feedback.attachment.Attachments;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.authority.KnownAuthority;
import vn.cchc.feedback.limit.HandlingPolicy;
import vn.cchc.feedback.limit.LimitClock;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** Operations of staff, and of senders through their tracking code, on a feedback. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Handling {

    private final FeedbackRepository repository;
    private final KnownAuthorities authorities;
    private final Limits limits;
    private final FeedbackHistory history;
    private final VisibleCases cases;
    private final Attachments attachments;
    private final ReopeningConfig reopenings;
    private final AnswerDraftConfig drafts;
    private final ApologyConfig apologies;
    private final MergeConfig merges;
    private final Clock clock;

    Handling(
            FeedbackRepository repository,
            KnownAuthorities authorities,
            Limits limits,
            FeedbackHistory history,
            VisibleCases cases,
            Attachments attachments,
            ReopeningConfig reopenings,
            AnswerDraftConfig drafts,
            ApologyConfig apologies,
            MergeConfig merges,
            Clock clock) {
        this.repository = repository;
        this.authorities = authorities;
        this.limits = limits;
        this.history = history;
        this.cases = cases;
        this.attachments = attachments;
        this.reopenings = reopenings;
        this.drafts = drafts;
        this.apologies = apologies;
        this.merges = merges;
        this.clock = clock;
    }

    /** Applies a change to the case and returns the new case with its step. */
    interface Change extends BiFunction<Case, ChangeContext, Changed> {}

    /** A case after a change. */
    record Changed(Case after, CaseStep step) {}

    Case accept(UUID id, ExpectedVersion expected, AcceptFeedback wanted, Staff by) {
        return change(Transition.ACCEPT, id, expected, by, (one, context) -> {
            var missing = one.sender().missing();
            if (!missing.isEmpty()) {
                throw Problem.unprocessable(
                        "sender-incomplete",
                        BilingualText.of(
                                "Chưa đủ thông tin người gửi để tiếp nhận. Hãy yêu cầu bổ sung.",
                                "The sender's details do not suffice for acceptance. Ask for a supplement."),
                        missing);
            }
            Feedback feedback = one.feedback();
            HandlingPolicy policy = limits.policyFor(
                    new HandlingPolicy.Scope(
                            feedback.authorityId(), feedback.channel(), wanted.classification(), wanted.urgency()),
                    feedback.receivedOn());
            return new Changed(
                    one, feedback.accept(wanted.classification(), wanted.urgency(), policy, wanted.note(), context));
        });
    }

    Case refuse(UUID id, ExpectedVersion expected, RefuseFeedback wanted, Staff by) {
        return change(
                Transition.REFUSE,
                id,
                expected,
                by,
                (one, context) -> new Changed(one, one.feedback().refuse(wanted.reason(), wanted.text(), context)));
    }

    Case requestSupplement(UUID id, ExpectedVersion expected, RequestSupplement wanted, Staff by) {
        return change(
                Transition.REQUEST_SUPPLEMENT,
                id,
                expected,
                by,
                (one, context) -> new Changed(one, one.feedback().requestSupplement(wanted.text(), context)));
    }

    Case supplement(UUID id, ExpectedVersion expected, SupplementFeedback given, Staff by) {
        return change(Transition.SUPPLEMENT, id, expected, by, (one, context) -> supplement(one, given, context));
    }

    Case refer(UUID id, ExpectedVersion expected, ReferFeedback wanted, Staff by) {
        return change(Transition.REFER, id, expected, by, (one, context) -> refer(one, wanted, context));
    }

    Case assign(UUID id, ExpectedVersion expected, AssignFeedback wanted, Staff by) {
        return change(Transition.ASSIGN, id, expected, by, (one, context) -> {
            if (authorities
                    .find(one.feedback().authorityId())
                    .flatMap(authority -> authority.unitOn(wanted.unitId(), context.day()))
                    .isEmpty()) {
                throw Problem.invalid(
                        "unitId",
                        "Không phải bộ phận đang hoạt động của cơ quan.",
                        "Not a present unit of the authority.");
            }
            return new Changed(one, one.feedback().assign(wanted.unitId(), wanted.person(), wanted.note(), context));
        });
    }

    /**
     * Counts the feedback among the cases of one matter, which another one leads.
     *
     * @throws Problem 404 where the other one is out of sight; 409 where the feedback is merged already or leads others itself, or the other
     *     one leads as many as it may; 409 while replicas run that cannot read such a case; 422 where the other one cannot lead it
     */
    Case merge(UUID id, ExpectedVersion expected, MergeFeedback wanted, Staff by) {
        UUID leadingId = wanted.intoId();
        // Both are locked, in the order of the database: neither gets merged meanwhile, and no two transactions wait
        // for one another.
        if (leadingId.toString().compareTo(id.toString()) < 0) {
            cases.toLead(leadingId, by.sight());
        }
        return change(Transition.MERGE, id, expected, by, (one, context) -> {
            if (!merges.allowed()) {
                throw Problem.conflict(
                        "merges-suspended",
                        BilingualText.of(
                                "Hệ thống đang được nâng cấp, tạm thời chưa gộp vụ việc được. Vui lòng thử lại sau ít phút.",
                                "Merging is suspended during an upgrade. Please retry in some minutes."));
            }
            CaseStep step = one.feedback().merge(cases.toLead(leadingId, by.sight()), wanted.note(), context);
            if (repository.countMergedInto(id) > 0) {
                throw Problem.conflict(
                        "leads-others",
                        BilingualText.of(
                                "Đã có vụ việc khác gộp vào vụ việc này. Hãy gộp theo chiều ngược lại, hoặc tách chúng ra trước.",
                                "Other cases are merged into this one. Merge the other way round, or separate them first."));
            }
            if (repository.countMergedInto(leadingId) >= MergedCaseList.MOST) {
                throw Problem.conflict(
                        "too-many-merged",
                        BilingualText.of(
                                "Vụ việc đó đã có " + MergedCaseList.MOST + " vụ việc gộp vào, nhiều nhất có thể.",
                                "That case has " + MergedCaseList.MOST + " merged into it, as many as it may."));
            }
            return new Changed(one, step);
        });
    }

    /**
     * Takes the feedback out of the cases of one matter.
     *
     * @throws Problem 409 where it is not merged
     */
    Case separate(UUID id, ExpectedVersion expected, SeparateFeedback wanted, Staff by) {
        return change(
                Transition.SEPARATE,
                id,
                expected,
                by,
                (one, context) -> new Changed(
                        one,
                        one.feedback()
                                .separate(
                                        leading(one, Transition.SEPARATE, context)
                                                .feedback(),
                                        wanted.note(),
                                        context)));
    }

    /**
     * Answers the feedback as the case that it is merged into was answered.
     *
     * @throws Problem 409 where it is not merged, the other one is not answered, or the leader must release its answer
     */
    Case shareAnswer(UUID id, ExpectedVersion expected, Staff by) {
        return change(Transition.SHARE_ANSWER, id, expected, by, (one, context) -> {
            Case leading = leading(one, Transition.SHARE_ANSWER, context);
            FeedbackAnswer given = leading.answer()
                    .orElseThrow(() -> Problem.conflict(
                            "no-answer-to-share",
                            BilingualText.of(
                                    "Vụ việc được gộp vào chưa có văn bản trả lời.",
                                    "The case that it is merged into is not answered.")));
            FeedbackAnswer answer = new FeedbackAnswer(one.feedback(), given);
            CaseStep step = one.feedback().shareAnswer(leading.feedback(), context);
            repository.add(answer);
            return new Changed(one.answered(answer), step);
        });
    }

    private Case leading(Case one, Transition wanted, ChangeContext context) {
        return repository
                .findCase(one.feedback().requireMerged(wanted, context))
                .orElseThrow(Problem::notFound);
    }

    Case requestExtension(UUID id, ExpectedVersion expected, RequestExtension wanted, Staff by) {
        return change(
                Transition.REQUEST_EXTENSION,
                id,
                expected,
                by,
                (one, context) ->
                        new Changed(one, one.feedback().requestExtension(wanted.amount(), wanted.reason(), context)));
    }

    Case extend(UUID id, ExpectedVersion expected, ExtendFeedback wanted, Staff by) {
        return change(
                Transition.EXTEND,
                id,
                expected,
                by,
                (one, context) -> new Changed(
                        one, one.feedback().extend(Optional.ofNullable(wanted.amount()), wanted.note(), context)));
    }

    Case refuseExtension(UUID id, ExpectedVersion expected, RefuseExtension wanted, Staff by) {
        return change(
                Transition.REFUSE_EXTENSION,
                id,
                expected,
                by,
                (one, context) -> new Changed(one, one.feedback().refuseExtension(wanted.reason(), context)));
    }

    Case answer(UUID id, ExpectedVersion expected, AnswerFeedback wanted, Staff by) {
        return change(Transition.ANSWER, id, expected, by, (one, context) -> {
            one.feedback().requireDirectAnswer(context);
            FeedbackAnswer answer = new FeedbackAnswer(one.feedback(), wanted, context.day());
            CaseStep step = one.feedback().answer(context);
            repository.add(answer);
            return new Changed(one.answered(answer), step);
        });
    }

    /**
     * Hands the draft of the answer to the leader.
     *
     * @throws Problem 409 where there is none, it is not the version that is handed in, or is with the leader already; 409 while
     *     replicas run that cannot read such a case
     */
    Case submitAnswer(UUID id, ExpectedVersion expected, SubmitAnswer wanted, Staff by) {
        return change(Transition.SUBMIT_ANSWER, id, expected, by, (one, context) -> {
            one.feedback().requireDraftWithOffice(context);
            AnswerDraft draft = repository.findDraft(id).orElseThrow(AnswerDraft::missing);
            draft.requireRead(wanted.draftVersion());
            if (!drafts.allowed()) {
                throw Problem.conflict(
                        "drafts-suspended",
                        BilingualText.of(
                                "Hệ thống đang được nâng cấp, tạm thời chưa trình dự thảo được. Vui lòng thử lại sau ít phút.",
                                "Handing in drafts is suspended during an upgrade. Please retry in some minutes."));
            }
            draft.submitted();
            return new Changed(one, one.feedback().submitAnswer(wanted.note(), context));
        });
    }

    /**
     * Takes the draft of the answer back from the leader.
     *
     * @throws Problem 409 where none is with the leader
     */
    Case recallAnswer(UUID id, ExpectedVersion expected, RecallAnswer wanted, Staff by) {
        return change(
                Transition.RECALL_ANSWER,
                id,
                expected,
                by,
                (one, context) -> new Changed(one, one.feedback().recallAnswer(wanted.reason(), context)));
    }

    /**
     * Returns the draft of the answer to the office.
     *
     * @throws Problem 409 where none is with the leader
     */
    Case returnAnswer(UUID id, ExpectedVersion expected, ReturnAnswer wanted, Staff by) {
        return change(Transition.RETURN_ANSWER, id, expected, by, (one, context) -> {
            CaseStep step = one.feedback().returnAnswer(wanted.reason(), context);
            repository.findDraft(id).orElseThrow(AnswerDraft::missing).returned(wanted.reason(), context);
            return new Changed(one, step);
        });
    }

    /**
     * Answers the sender with the draft. The database deletes it with the end of the case.
     *
     * @throws Problem 409 where none is with the leader, or it is not the version that is released; 422 as {@link
     *     FeedbackAnswer}
     */
    Case releaseAnswer(UUID id, ExpectedVersion expected, ReleaseAnswer wanted, Staff by) {
        return change(Transition.RELEASE_ANSWER, id, expected, by, (one, context) -> {
            one.feedback().requireSubmitted(Transition.RELEASE_ANSWER, context);
            AnswerDraft draft = repository.findDraft(id).orElseThrow(AnswerDraft::missing);
            draft.requireRead(wanted.draftVersion());
            FeedbackAnswer answer = new FeedbackAnswer(one.feedback(), draft.released(wanted), context.day());
            Optional<Instant> askedSince = one.feedback()
                    .releaseAwaitedSince()
                    .flatMap(since -> repository.firstMessageOfSenderAfter(id, since.toInstant()));
            CaseStep step = one.feedback().releaseAnswer(draft.writtenByName(), askedSince, context);
            repository.add(answer);
            return new Changed(one.answered(answer), step);
        });
    }

    /**
     * Sends the letter of apology for the late answer. The limit stays.
     *
     * @throws Problem 409 where the feedback is not overdue, there is no letter, it is not the version that is released, it was released
     *     before, or its day does not fit any more; 409 while replicas run that cannot read such a case
     */
    Case releaseApology(UUID id, ExpectedVersion expected, ReleaseApology wanted, Staff by) {
        return change(Transition.RELEASE_APOLOGY, id, expected, by, (one, context) -> {
            Feedback feedback = one.feedback();
            feedback.requireApology(context);
            ApologyLetter letter = repository
                    .findApology(id, feedback.round())
                    .orElseThrow(() -> Problem.conflict(
                            "no-letter",
                            BilingualText.of(
                                    "Chưa có dự thảo thư xin lỗi. Hãy soạn trước (apology-letters).",
                                    "There is no draft of the letter yet. Write one first (apology-letters).")));
            if (!apologies.allowed()) {
                throw Problem.conflict(
                        "apologies-suspended",
                        BilingualText.of(
                                "Hệ thống đang được nâng cấp, tạm thời chưa ban hành thư được. Vui lòng thử lại sau ít phút.",
                                "Releasing letters is suspended during an upgrade. Please retry in some minutes."));
            }
            letter.release(feedback, wanted, context);
            return new Changed(one, feedback.releaseApology(letter.promisedOn(), letter.reason(), context));
        });
    }

    Case close(UUID id, ExpectedVersion expected, CloseFeedback wanted, Staff by) {
        return change(
                Transition.CLOSE,
                id,
                expected,
                by,
                (one, context) -> new Changed(one, one.feedback().close(wanted.note(), context)));
    }

    Case reopen(UUID id, ExpectedVersion expected, ReopenFeedback wanted, Staff by) {
        return change(Transition.REOPEN, id, expected, by, (one, context) -> reopen(one, wanted, context));
    }

    Case withdraw(UUID id, ExpectedVersion expected, WithdrawFeedback wanted, Staff by) {
        return change(
                Transition.WITHDRAW,
                id,
                expected,
                by,
                (one, context) -> new Changed(one, one.feedback().withdraw(wanted.reason(), context)));
    }

    /**
     * Records the supplement from the sender. The caller has checked code and secret.
     *
     * @throws Problem 409 when none was requested
     */
    public Case supplementBySender(UUID id, SupplementFeedback given) {
        return apply(
                Transition.SUPPLEMENT,
                repository.findCaseToChange(id).orElseThrow(Problem::notFound),
                context(Actor.CITIZEN),
                (one, context) -> supplement(one, given, context));
    }

    /**
     * Withdraws the feedback for the sender. The caller has checked code and secret.
     *
     * @throws Problem 409 when it has been answered or has ended
     */
    public Case withdrawBySender(UUID id, WithdrawFeedback wanted) {
        return apply(
                Transition.WITHDRAW,
                repository.findCaseToChange(id).orElseThrow(Problem::notFound),
                context(Actor.CITIZEN),
                (one, context) -> new Changed(one, one.feedback().withdraw(wanted.reason(), context)));
    }

    /**
     * Reopens the answered feedback for the sender. The caller has checked code and secret.
     *
     * @throws Problem 409 where it is not answered, the last day for it has passed, or it was reopened as often as it may be
     */
    public Case reopenBySender(UUID id, ReopenFeedback wanted) {
        return apply(
                Transition.REOPEN,
                repository.findCaseToChange(id).orElseThrow(Problem::notFound),
                context(Actor.CITIZEN),
                (one, context) -> reopen(one, wanted, context));
    }

    /** The circumstances of a change made now. */
    public ChangeContext context(Actor by) {
        return new ChangeContext(by, OffsetDateTime.now(clock), limits.calendar(), limits.offices());
    }

    private Case change(Transition transition, UUID id, ExpectedVersion expected, Staff by, Change change) {
        Case before = cases.toChange(id, by.sight());
        expected.require(before.feedback().version());
        return apply(transition, before, context(by.actor()), change);
    }

    private Case apply(Transition transition, Case before, ChangeContext context, Change change) {
        before.feedback().require(transition, context);
        Changed changed = change.apply(before, context);
        history.append(before.feedback(), changed.step());
        return changed.after();
    }

    private Changed supplement(Case one, SupplementFeedback given, ChangeContext context) {
        if (given.saysNothing()) {
            throw Problem.invalid(
                    "content",
                    "Cần nội dung, thông tin người gửi hoặc tệp đính kèm.",
                    "A content, details of the sender or files are needed.");
        }
        if (given.sender() != null) {
            var faults = given.sender().faults("sender");
            if (!faults.isEmpty()) {
                throw Problem.invalid(faults);
            }
            one.sender().supplement(given.sender());
        }
        Feedback feedback = one.feedback();
        int attached = feedback.attachments();
        attachments.reserve(given.attachments(), attached);
        CaseStep step = feedback.supplement(given.content(), given.attachments().size(), context);
        attachments.attach(feedback.id(), feedback.authorityId(), given.attachments(), attached);
        return new Changed(one, step);
    }

    /** The policy is that of today, as for what arrives today: the limit of the round before has had its end. */
    private Changed reopen(Case one, ReopenFeedback wanted, ChangeContext context) {
        Feedback feedback = one.feedback();
        feedback.requireReopenable(context);
        if (!reopenings.allowed()) {
            throw Problem.conflict(
                    "reopenings-suspended",
                    BilingualText.of(
                            "Hệ thống đang được nâng cấp, tạm thời chưa mở lại được. Vui lòng thử lại sau ít phút.",
                            "Reopening is suspended during an upgrade. Please retry in some minutes."));
        }
        HandlingPolicy policy = limits.policyFor(
                new HandlingPolicy.Scope(
                        feedback.authorityId(),
                        feedback.channel(),
                        feedback.classification().orElse(null),
                        feedback.urgency()),
                context.day());
        FeedbackRound ended = new FeedbackRound(feedback, context.at());
        CaseStep step = feedback.reopen(wanted.reason(), policy, context);
        repository.add(ended);
        return new Changed(one.reopened(ended), step);
    }

    private Changed refer(Case one, ReferFeedback wanted, ChangeContext context) {
        Optional<KnownAuthority> known =
                Optional.ofNullable(wanted.authorityId()).flatMap(id -> authorities.findOn(id, context.day()));
        if (wanted.authorityId() != null
                && (known.isEmpty()
                        || wanted.authorityId().equals(one.feedback().authorityId()))) {
            throw Problem.invalid(
                    "authorityId", "Không phải cơ quan khác đang hoạt động.", "Not another present authority.");
        }
        String name = Optional.ofNullable(wanted.authorityName())
                .or(() -> known.map(KnownAuthority::name))
                .orElseThrow(() -> Problem.invalid(
                        "authorityName",
                        "Cần authorityId hoặc authorityName.",
                        "authorityId or authorityName is needed."));
        Feedback feedback = one.feedback();
        HandlingPolicy policy = limits.policyFor(
                new HandlingPolicy.Scope(
                        feedback.authorityId(),
                        feedback.channel(),
                        Classification.REGULATION_OTHER,
                        feedback.urgency()),
                feedback.receivedOn());
        CaseStep step = feedback.refer(wanted.reason(), context);
        LimitClock due = feedback.limitClock().under(policy, context.workingTime(feedback.authorityId()));
        FeedbackReferral referral =
                new FeedbackReferral(feedback, Optional.ofNullable(wanted.authorityId()), name, context.at(), due);
        repository.add(referral);
        return new Changed(one.referred(referral), step);
    }
}
