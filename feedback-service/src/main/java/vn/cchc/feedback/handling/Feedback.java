package vn.cchc.feedback.handling;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.TrackingCode;
import vn.cchc.feedback.Transition;
import vn.cchc.feedback.Urgency;
import vn.cchc.feedback.limit.HandlingPolicy;
import vn.cchc.feedback.limit.LimitClock;
import vn.cchc.feedback.limit.LimitEnd;
import vn.cchc.feedback.limit.ReopeningRule;
import vn.cchc.feedback.limit.WorkingTime;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.ProblemMember;
import vn.cchc.platform.recount.RecountReason;
import vn.cchc.platform.text.PrintedDay;
import vn.cchc.platform.text.VietnameseText;
import vn.cchc.platform.time.VietnamTime;

/**
 * Aggregate: one phản ánh or kiến nghị from arrival to end. Each transition checks its precondition, increments the
 * version and returns the step for the history.
 */
@Entity
@DynamicUpdate
@Table(name = "feedback")
public class Feedback {

    /** Characters of the content shown in lists. */
    public static final int EXCERPT = 120;

    /** Others are refused, or referred to another authority. */
    private static final Set<Classification> ACCEPTABLE =
            EnumSet.of(Classification.OFFICER_CONDUCT, Classification.REGULATION_OWN);

    @Id
    private UUID id;

    @Version
    private int version = 1;

    @Column(name = "authority_id", updatable = false)
    private UUID authorityId;

    @Column(name = "register_year", updatable = false)
    private int registerYear;

    @Column(name = "register_number", updatable = false)
    private int registerNumber;

    @Column(name = "tracking_code", updatable = false)
    private String trackingCode;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private Classification classification;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(updatable = false)
    private String content;

    @Column(name = "content_folded", updatable = false)
    private String contentFolded;

    @Column(updatable = false)
    private String excerpt;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "received_on", updatable = false)
    private LocalDate receivedOn;

    @Column(name = "entered_at", updatable = false)
    private Instant enteredAt;

    @Column(name = "entered_by", updatable = false)
    private String enteredBy;

    @Column(name = "entered_by_name", updatable = false)
    private String enteredByName;

    private int round = 1;

    private short attachments;

    @Embedded
    private LimitClock limitClock;

    @Embedded
    private ReopeningRule reopening;

    /** As told with the answer; absent of an answer that a replica of the version before has recorded. */
    @Column(name = "reopenable_until")
    private LocalDate reopenableUntil;

    @Column(name = "earlier_answer_late")
    private boolean earlierAnswerLate;

    /** How much longer is asked for, in the unit of the limit, while the leader has not decided. */
    @Column(name = "extension_requested")
    private Integer extensionRequested;

    /** Why; present as long as {@link #extensionRequested} is. */
    @Column(name = "extension_reason")
    private String extensionReason;

    @Column(name = "unit_id")
    private UUID unitId;

    private String person;

    @Enumerated(EnumType.STRING)
    @Column(name = "refusal_reason")
    private RefusalReason refusalReason;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "answered_on")
    private LocalDate answeredOn;

    @Column(name = "ended_on")
    private LocalDate endedOn;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** Messages make no new version, so that the office can go on with what it is about to do. */
    @OptimisticLock(excluded = true)
    @Column(name = "reply_awaited_since")
    private Instant replyAwaitedSince;

    @Column(name = "answers_need_release")
    private boolean answersNeedRelease;

    /** Present while a draft of the answer is with the leader. */
    @Column(name = "release_awaited_since")
    private Instant releaseAwaitedSince;

    /** By the letter of apology of the present round, once it is released. */
    @Column(name = "promised_on")
    private LocalDate promisedOn;

    /** The case that leads those of the same matter, where this is one of the others. */
    @Column(name = "merged_into")
    private UUID mergedInto;

    protected Feedback() {}

    /**
     * What is known of a feedback on entry.
     *
     * @param number     in the register of the year of entry
     * @param receivedAt time of arrival, which may precede the entry
     * @param attachments number of its files
     * @param entered    who enters it, and when
     */
    public record Arrival(
            UUID id,
            UUID authorityId,
            int number,
            TrackingCode code,
            Channel channel,
            Kind kind,
            String content,
            OffsetDateTime receivedAt,
            int attachments,
            ChangeContext entered) {}

    /** Creates a feedback on entry; its limit runs from its arrival. */
    public static Feedback received(Arrival arrival, HandlingPolicy policy) {
        Feedback feedback = new Feedback();
        feedback.id = arrival.id();
        feedback.authorityId = arrival.authorityId();
        feedback.registerYear = arrival.entered().day().getYear();
        feedback.registerNumber = arrival.number();
        feedback.trackingCode = arrival.code().digits();
        feedback.channel = arrival.channel();
        feedback.kind = arrival.kind();
        feedback.urgency = Urgency.NORMAL;
        feedback.state = State.RECEIVED;
        feedback.content = arrival.content();
        feedback.contentFolded = VietnameseText.fold(arrival.content());
        feedback.excerpt = excerptOf(arrival.content());
        feedback.receivedAt = arrival.receivedAt().toInstant();
        feedback.receivedOn =
                arrival.receivedAt().atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
        feedback.attachments = (short) arrival.attachments();
        feedback.enteredAt = arrival.entered().at().toInstant();
        feedback.enteredBy = arrival.entered().by().subject();
        feedback.enteredByName = arrival.entered().by().name();
        feedback.changedAt = feedback.enteredAt;
        feedback.reopening = policy.reopening();
        feedback.answersNeedRelease = policy.answersNeedRelease();
        feedback.limitClock = LimitClock.started(
                policy, feedback.receivedAt, arrival.entered().workingTime(feedback.authorityId));
        return feedback;
    }

    /** Asks the sender for what is missing. */
    public CaseStep requestSupplement(String text, ChangeContext context) {
        return change(Transition.REQUEST_SUPPLEMENT, text, context);
    }

    /**
     * Records what the sender supplied on request.
     *
     * @param files number of files that came with it
     */
    public CaseStep supplement(String text, int files, ChangeContext context) {
        CaseStep step = change(Transition.SUPPLEMENT, null, context).with(text);
        attachments = (short) (attachments + files);
        return step;
    }

    /**
     * Accepts the feedback. A policy for its category and urgency, counted from the arrival, replaces the initial one.
     *
     * @throws Problem 409 where the state does not allow it; 422 for a category that is refused or referred
     */
    public CaseStep accept(
            Classification accepted, Urgency judged, HandlingPolicy policy, String note, ChangeContext context) {
        if (!ACCEPTABLE.contains(accepted)) {
            throw Problem.invalid(
                    "classification",
                    "Chỉ tiếp nhận OFFICER_CONDUCT hoặc REGULATION_OWN; nếu không: từ chối hoặc chuyển.",
                    "Only OFFICER_CONDUCT or REGULATION_OWN are accepted; else refuse or refer.");
        }
        CaseStep step = change(Transition.ACCEPT, note, context);
        classification = accepted;
        urgency = judged;
        limitClock = limitClock.under(policy, context.workingTime(authorityId));
        reopening = policy.reopening();
        answersNeedRelease = policy.answersNeedRelease();
        return step;
    }

    public CaseStep refuse(RefusalReason reason, String text, ChangeContext context) {
        CaseStep step = change(Transition.REFUSE, text, context);
        classification = Classification.NOT_ACCEPTABLE;
        refusalReason = reason;
        endedOn = context.day();
        return step;
    }

    public CaseStep refer(String reason, ChangeContext context) {
        CaseStep step = change(Transition.REFER, reason, context);
        classification = Classification.REGULATION_OTHER;
        endedOn = context.day();
        return step;
    }

    /**
     * Assigns or reassigns the feedback to a unit, optionally to a person in it. Another unit gets back the draft of the answer that is
     * with the leader; so does the same unit of a case that was not {@code ASSIGNED}, as its state changes.
     */
    public CaseStep assign(UUID toUnit, String toPerson, String note, ChangeContext context) {
        CaseStep step = change(Transition.ASSIGN, note, context);
        if (releaseAwaitedSince != null && !toUnit.equals(unitId)) {
            releaseAwaitedSince = null;
            step = step.withDraftBack();
        }
        unitId = Objects.requireNonNull(toUnit);
        person = toPerson;
        return step.assignedTo(toUnit, toPerson);
    }

    /**
     * Counts it among the cases of one matter. Its own limit runs on, and its sender gets an answer of their own.
     *
     * @param leading the case that leads them
     * @throws Problem 409 where the state does not allow it, or it is merged already; 422 for a case that cannot lead it
     */
    CaseStep merge(Feedback leading, String note, ChangeContext context) {
        require(Transition.MERGE, context);
        if (mergedInto != null) {
            throw Problem.conflict(
                    "merged-already",
                    BilingualText.of(
                            "Vụ việc đã được gộp vào một vụ việc khác. Hãy tách ra trước (separations).",
                            "It is merged into another case already. Separate it first (separations)."));
        }
        leading.requireLeading(this);
        CaseStep step = change(Transition.MERGE, reason("Cùng sự việc với số ", leading, note), context);
        mergedInto = leading.id;
        return step;
    }

    private void requireLeading(Feedback other) {
        if (id.equals(other.id)) {
            throw Problem.invalid("intoId", "Phải là một vụ việc khác.", "It must be another case.");
        }
        if (mergedInto != null) {
            throw Problem.invalid(
                    "intoId",
                    "Vụ việc đó đã được gộp vào một vụ việc khác. Hãy gộp vào vụ việc ấy (mergedInto).",
                    "That case is merged into another one. Merge into that one (mergedInto).");
        }
        if (!state.open() && answeredAt == null) {
            throw Problem.invalid(
                    "intoId",
                    "Vụ việc đó đã kết thúc mà không có văn bản trả lời.",
                    "That case has ended without an answer.");
        }
    }

    /**
     * Takes it out of the cases of one matter.
     *
     * @param leading the case that leads them
     * @throws Problem 409 where the state does not allow it, or it is not merged
     */
    CaseStep separate(Feedback leading, String note, ChangeContext context) {
        requireMerged(Transition.SEPARATE, context);
        CaseStep step = change(Transition.SEPARATE, reason("Tách khỏi số ", leading, note), context);
        mergedInto = null;
        return step;
    }

    /**
     * The case that it is merged into.
     *
     * @throws Problem 409 where the state does not allow what is wanted, or it is not merged
     */
    UUID requireMerged(Transition wanted, ChangeContext context) {
        require(wanted, context);
        if (mergedInto == null) {
            throw Problem.conflict(
                    "not-merged",
                    BilingualText.of("Vụ việc không được gộp vào vụ việc nào.", "It is not merged into another case."));
        }
        return mergedInto;
    }

    private static String reason(String words, Feedback leading, String note) {
        String reason = words + leading.registerNumber + "/" + leading.registerYear;
        return note == null ? reason : reason + ": " + note;
    }

    /**
     * Asks for an extension of the limit. The due day stays until it is granted.
     *
     * @param amount in the unit of the limit
     * @param reason shown to the sender once it is granted
     * @throws Problem 409 where one is asked for already, the policy allows no more, or the due moment has passed; 422 for
     *     more than the policy allows at a time
     */
    public CaseStep requestExtension(int amount, String reason, ChangeContext context) {
        require(Transition.REQUEST_EXTENSION, context);
        if (extensionRequested != null) {
            throw Problem.conflict(
                    "extension-requested",
                    BilingualText.of(
                            "Đã có đề nghị gia hạn đang chờ lãnh đạo quyết định.",
                            "An extension is asked for already; the leader has not decided on it yet."));
        }
        requireExtensible(context);
        int longest = limitClock.limit().longestExtension();
        if (amount > longest) {
            throw Problem.invalid(
                    "amount", "Mỗi lần gia hạn không quá " + longest + ".", "An extension is " + longest + " at most.");
        }
        CaseStep step = change(Transition.REQUEST_EXTENSION, reason, context);
        extensionRequested = amount;
        extensionReason = reason;
        return step.extending(amount);
    }

    /**
     * Grants the extension that was asked for, or a shorter one: the due day moves.
     *
     * @param granted in the unit of the limit; all that was asked for where empty
     * @throws Problem 409 where none is asked for, or the due moment has passed meanwhile and the policy does not allow it
     *     then; 422 for more than was asked for, or for too little to lead to a day that is still to come
     */
    public CaseStep extend(Optional<Integer> granted, String note, ChangeContext context) {
        requireExtensionRequested(Transition.EXTEND, context);
        requireExtensible(context);
        int amount = granted.orElse(extensionRequested);
        if (amount > extensionRequested) {
            throw Problem.invalid(
                    "amount",
                    "Đã đề nghị gia hạn " + extensionRequested + "; không cho nhiều hơn.",
                    "What is asked for is " + extensionRequested + "; no more than that is granted.");
        }
        LimitClock extended = limitClock.extended(amount, context.at().toInstant(), context.workingTime(authorityId));
        if (extended.overdue(context.at())) {
            throw Problem.invalid(
                    "amount", "Hạn mới cũng đã qua.", "The due day that this leads to has passed as well.");
        }
        CaseStep step = change(Transition.EXTEND, note, context);
        limitClock = extended;
        endExtensionRequest();
        return step.extending(amount);
    }

    /**
     * Refuses the extension that was asked for.
     *
     * @throws Problem 409 where none is asked for
     */
    public CaseStep refuseExtension(String reason, ChangeContext context) {
        requireExtensionRequested(Transition.REFUSE_EXTENSION, context);
        CaseStep step = change(Transition.REFUSE_EXTENSION, reason, context);
        endExtensionRequest();
        return step;
    }

    private void requireExtensionRequested(Transition decision, ChangeContext context) {
        require(decision, context);
        if (extensionRequested == null) {
            throw Problem.conflict(
                    "no-extension-requested",
                    BilingualText.of(
                            "Không có đề nghị gia hạn nào đang chờ quyết định.",
                            "No extension is asked for that could be decided on."));
        }
    }

    private void requireExtensible(ChangeContext context) {
        if (!limitClock.allowsExtension()) {
            int most = limitClock.limit().maxExtensions();
            throw Problem.conflict(
                    "extensions-exhausted",
                    BilingualText.of(
                            "Chính sách thời hạn chỉ cho gia hạn " + most + " lần.",
                            "The policy of this limit allows " + most + " extensions."));
        }
        if (isTooLateToExtend(context.at())) {
            throw Problem.conflict(
                    "limit-expired",
                    BilingualText.of(
                            "Đã quá hạn trả lời; chính sách thời hạn không cho gia hạn nữa.",
                            "The due day of the answer has passed; the policy of this limit allows no extension then."));
        }
    }

    private boolean isTooLateToExtend(OffsetDateTime now) {
        return limitClock.overdue(now) && !limitClock.limit().extendsWhenOverdue();
    }

    private void endExtensionRequest() {
        extensionRequested = null;
        extensionReason = null;
    }

    /**
     * Records the answer at the current time: late entry cannot backdate it.
     *
     * @throws Problem as {@link #requireDirectAnswer}
     */
    public CaseStep answer(ChangeContext context) {
        requireDirectAnswer(context);
        return answered(Transition.ANSWER, context);
    }

    /**
     * Requires that it may be answered without the leader. A draft that is with the leader then ends with the answer.
     *
     * @throws Problem 409 where the state does not allow it, or its policy wants answers to be released by the leader
     */
    void requireDirectAnswer(ChangeContext context) {
        require(Transition.ANSWER, context);
        if (answersNeedRelease && releaseAwaitedSince != null) {
            throw submitted(context);
        }
        if (answersNeedRelease) {
            throw releaseNeeded(context);
        }
    }

    private Problem releaseNeeded(ChangeContext context) {
        return Problem.conflict(
                "release-needed",
                BilingualText.of(
                        "Văn bản trả lời phải được lãnh đạo duyệt. Hãy soạn dự thảo (answer-drafts) rồi trình lãnh đạo"
                                + " (answer-submissions).",
                        "Answers are released by the leader. Write a draft (answer-drafts) and hand it in"
                                + " (answer-submissions)."),
                ProblemMember.ALLOWED,
                allowedTo(context));
    }

    /**
     * Hands the draft of the answer to the leader. The case stays open, and its limit runs.
     *
     * @throws Problem as {@link #requireDraftWithOffice}
     */
    CaseStep submitAnswer(String note, ChangeContext context) {
        requireDraftWithOffice(context);
        CaseStep step = change(Transition.SUBMIT_ANSWER, note, context);
        releaseAwaitedSince = changedAt;
        return step;
    }

    /**
     * Requires that a draft of the answer may be written, changed and handed in.
     *
     * @throws Problem 409 where the state does not allow it, or the draft is with the leader
     */
    void requireDraftWithOffice(ChangeContext context) {
        require(Transition.SUBMIT_ANSWER, context);
        if (releaseAwaitedSince != null) {
            throw submitted(context);
        }
    }

    /**
     * Takes the draft of the answer back from the leader.
     *
     * @param reason may be {@code null}
     * @throws Problem 409 where none is with the leader
     */
    CaseStep recallAnswer(String reason, ChangeContext context) {
        requireSubmitted(Transition.RECALL_ANSWER, context);
        CaseStep step = change(Transition.RECALL_ANSWER, reason, context);
        releaseAwaitedSince = null;
        return step;
    }

    /**
     * Returns the draft of the answer to the office.
     *
     * @throws Problem 409 where none is with the leader
     */
    CaseStep returnAnswer(String reason, ChangeContext context) {
        requireSubmitted(Transition.RETURN_ANSWER, context);
        CaseStep step = change(Transition.RETURN_ANSWER, reason, context);
        releaseAwaitedSince = null;
        return step;
    }

    /**
     * Releases the draft of the answer: the case is answered now. It replies to nothing that the sender has asked since it was handed
     * in, as who wrote it has not read that.
     *
     * @param draftedBy name of who wrote it
     * @param askedSince when the sender wrote the first message after it was handed in
     * @throws Problem 409 where none is with the leader
     */
    CaseStep releaseAnswer(String draftedBy, Optional<Instant> askedSince, ChangeContext context) {
        requireSubmitted(Transition.RELEASE_ANSWER, context);
        Instant stillAwaited = replyAwaitedSince;
        if (stillAwaited != null && !stillAwaited.isAfter(releaseAwaitedSince)) {
            stillAwaited = askedSince.orElse(null);
        }
        CaseStep step = answered(Transition.RELEASE_ANSWER, context).drafted(draftedBy);
        replyAwaitedSince = stillAwaited;
        return step;
    }

    /**
     * Notes that the letter of apology for the late answer is released. Limit and state stay: the case stays overdue.
     *
     * @param promised the new day that it promises
     * @param reason why the answer is late, as the letter says
     * @throws Problem as {@link #requireApology}
     */
    CaseStep releaseApology(LocalDate promised, String reason, ChangeContext context) {
        requireApology(context);
        CaseStep step = change(Transition.RELEASE_APOLOGY, reason, context);
        promisedOn = promised;
        return step;
    }

    /**
     * Requires that a letter of apology may be written and released.
     *
     * @throws Problem 409 where the feedback has ended or is not overdue, or the letter of this round is released: a day is appointed
     *     anew once (Decree 61/2018/NĐ-CP, art. 19.9)
     */
    void requireApology(ChangeContext context) {
        require(Transition.RELEASE_APOLOGY, context);
        if (promisedOn != null) {
            throw apologised();
        }
        if (!limitClock.overdue(context.at())) {
            LocalDate due = limitClock.dueOn();
            throw Problem.conflict(
                    "not-overdue",
                    BilingualText.of(
                            "Chưa quá hạn trả lời (hạn: " + PrintedDay.inFigures(due)
                                    + "), nên chưa có gì để xin lỗi và hẹn lại.",
                            "The answer is not overdue (due on " + due + "): there is nothing to apologise for yet."),
                    ProblemMember.ALLOWED,
                    allowedTo(context));
        }
    }

    /** 409: the letter of the round is released. */
    static Problem apologised() {
        return Problem.conflict(
                "letter-released",
                BilingualText.of(
                        "Thư xin lỗi đã ban hành; chỉ hẹn lại ngày trả lời một lần.",
                        "The letter of apology is released; a new day is appointed only once."));
    }

    /** @throws Problem 409 where no draft is with the leader */
    void requireSubmitted(Transition decision, ChangeContext context) {
        require(decision, context);
        if (releaseAwaitedSince == null) {
            throw Problem.conflict(
                    "no-draft-submitted",
                    BilingualText.of(
                            "Không có dự thảo trả lời nào đang chờ lãnh đạo.",
                            "No draft of the answer is with the leader."),
                    ProblemMember.ALLOWED,
                    allowedTo(context));
        }
    }

    private Problem submitted(ChangeContext context) {
        return Problem.conflict(
                "draft-submitted",
                BilingualText.of(
                        "Dự thảo trả lời đang chờ lãnh đạo: lãnh đạo ban hành hoặc trả lại, hoặc đơn vị rút về (answer-recalls).",
                        "The draft of the answer is with the leader, who releases or returns it; the office may take it back"
                                + " (answer-recalls)."),
                ProblemMember.ALLOWED,
                allowedTo(context));
    }

    /**
     * Answers it as the case that it is merged into was answered. Where no unit handles it, it is that of the other one.
     *
     * @throws Problem 409 where the state does not allow it, or its policy wants answers to be released by the leader, and that of the other
     *     case did not
     */
    CaseStep shareAnswer(Feedback leading, ChangeContext context) {
        requireMerged(Transition.SHARE_ANSWER, context);
        if (answersNeedRelease && !leading.answersNeedRelease) {
            throw releaseNeeded(context);
        }
        CaseStep step = answered(Transition.SHARE_ANSWER, reason("Trả lời như số ", leading, null), context);
        if (unitId == null) {
            unitId = leading.unitId;
        }
        return step;
    }

    private CaseStep answered(Transition transition, ChangeContext context) {
        return answered(transition, null, context);
    }

    private CaseStep answered(Transition transition, String reason, ChangeContext context) {
        CaseStep step = change(transition, reason, context);
        answeredAt = context.at().toInstant();
        answeredOn = context.day();
        endedOn = answeredOn;
        reopenableUntil = reopening.lastDay(answeredOn, context.calendar());
        endExtensionRequest();
        return step;
    }

    /**
     * Reopens an answered feedback: the next round begins, with the whole limit of the policy counted from now on. What was
     * decided on the answer stays ({@link FeedbackRound}).
     *
     * @param policy in force today for its category and urgency
     * @throws Problem 409 where the state does not allow it, it was reopened as often as its policy allows, or the last day
     *     for it has passed
     */
    CaseStep reopen(String reason, HandlingPolicy policy, ChangeContext context) {
        requireReopenable(context);
        boolean late = !limitClock.inTime(answeredAt().orElseThrow());
        CaseStep step = change(Transition.REOPEN, reason, context);
        round++;
        earlierAnswerLate = earlierAnswerLate || late;
        answeredAt = null;
        answeredOn = null;
        endedOn = null;
        reopenableUntil = null;
        promisedOn = null;
        reopening = policy.reopening();
        answersNeedRelease = policy.answersNeedRelease();
        limitClock = LimitClock.reopened(policy, changedAt, context.workingTime(authorityId));
        return step;
    }

    /** @throws Problem as {@link #reopen} */
    void requireReopenable(ChangeContext context) {
        require(Transition.REOPEN, context);
        if (isReopenedOftenEnough()) {
            throw Problem.conflict(
                    "reopenings-exhausted",
                    BilingualText.of(
                            "Chính sách chỉ cho mở lại " + reopening.times()
                                    + " lần. Nếu còn vướng mắc, xin gửi phản ánh, kiến nghị mới.",
                            "The policy of this feedback allows " + reopening.times()
                                    + " reopenings. For what is left, hand in another one."));
        }
        LocalDate last = lastDayOfReopening(context.calendar());
        if (context.day().isAfter(last)) {
            throw Problem.conflict(
                    "reopening-window-closed",
                    BilingualText.of(
                            "Chỉ mở lại được đến hết ngày " + PrintedDay.inFigures(last)
                                    + ". Nếu còn vướng mắc, xin gửi phản ánh, kiến nghị mới.",
                            "It could be reopened until " + last + ". For what is left, hand in another one."));
        }
    }

    private boolean isReopenedOftenEnough() {
        return round > reopening.times();
    }

    private LocalDate lastDayOfReopening(WorkingCalendar calendar) {
        return reopenableUntil != null ? reopenableUntil : reopening.lastDay(answeredOn, calendar);
    }

    /**
     * The last day on which it may be reopened; empty where that has passed, or it may not be.
     *
     * @param calendar of which it is counted where it was not told with the answer
     */
    public Optional<LocalDate> reopenableUntil(LocalDate today, WorkingCalendar calendar) {
        return answeredOn == null || isReopenedOftenEnough()
                ? Optional.empty()
                : Optional.of(lastDayOfReopening(calendar)).filter(last -> !today.isAfter(last));
    }

    /** @throws Problem 409 where the state does not allow it, or the sender waits for a reply */
    public CaseStep close(String note, ChangeContext context) {
        require(Transition.CLOSE, context);
        if (replyAwaitedSince != null) {
            throw Problem.conflict(
                    "reply-awaited",
                    BilingualText.of(
                            "Người gửi đã hỏi sau khi được trả lời. Hãy trả lời tin nhắn trước khi kết thúc.",
                            "The sender has asked something after the answer. Reply before closing."));
        }
        return change(Transition.CLOSE, note, context);
    }

    public CaseStep withdraw(String reason, ChangeContext context) {
        CaseStep step = change(Transition.WITHDRAW, reason, context);
        endedOn = context.day();
        endExtensionRequest();
        return step;
    }

    /**
     * Notes that a message is written. The sender's first one awaits a reply until the office writes.
     *
     * @throws Problem 409 once it is closed, refused, referred or withdrawn: nobody would read it any more
     */
    public void takeMessage(boolean fromSender, OffsetDateTime at) {
        if (!takesMessages()) {
            throw Problem.conflict(
                    "thread-closed",
                    BilingualText.of(
                            "Phản ánh, kiến nghị đã kết thúc, không còn ai theo dõi để trả lời. Nếu còn vướng mắc, xin mở lại trong thời"
                                    + " gian cho phép, hoặc gửi phản ánh, kiến nghị mới.",
                            "The feedback has ended, and nobody would read this. For what is left, reopen it in time, or hand in another one."));
        }
        if (!fromSender) {
            replyAwaitedSince = null;
        } else if (replyAwaitedSince == null) {
            replyAwaitedSince = at.toInstant();
        }
    }

    /** Whether sender and office may write to each other. */
    public boolean takesMessages() {
        return state.open() || state == State.ANSWERED;
    }

    /** Since when the sender waits for a reply to a message. */
    public Optional<OffsetDateTime> replyAwaitedSince() {
        return Optional.ofNullable(replyAwaitedSince).map(VietnamTime::local);
    }

    /**
     * Requires that the current state allows the transition.
     *
     * @throws Problem 409 listing the transitions that the actor may make
     */
    public void require(Transition transition, ChangeContext context) {
        if (!transition.possibleFrom(state, isReopened())) {
            throw Problem.wrongTransition(state.name(), transition.resource(), allowedTo(context));
        }
    }

    private List<String> allowedTo(ChangeContext context) {
        return allowedAt(context.at(), context.calendar()).stream()
                .filter(allowed -> allowed.isOfSender() || !context.by().isCitizen())
                .map(Transition::resource)
                .toList();
    }

    /**
     * The transitions possible now, in the order of the workflow: those of the state, without extensions, apologies, answers,
     * closures and reopenings that cannot be made.
     */
    public List<Transition> allowedAt(OffsetDateTime now, WorkingCalendar calendar) {
        boolean extensible = limitClock.allowsExtension() && !isTooLateToExtend(now);
        return Arrays.stream(Transition.values())
                .filter(transition -> transition.possibleFrom(state, isReopened()))
                .filter(transition -> switch (transition) {
                    case REQUEST_EXTENSION -> extensionRequested == null && extensible;
                    case EXTEND -> extensionRequested != null && extensible;
                    case REFUSE_EXTENSION -> extensionRequested != null;
                    case RELEASE_APOLOGY -> promisedOn == null && limitClock.overdue(now);
                    case SUBMIT_ANSWER -> releaseAwaitedSince == null;
                    case RECALL_ANSWER, RETURN_ANSWER, RELEASE_ANSWER -> releaseAwaitedSince != null;
                    case ANSWER -> !answersNeedRelease;
                    case MERGE -> mergedInto == null;
                    case SEPARATE, SHARE_ANSWER -> mergedInto != null;
                    case CLOSE -> replyAwaitedSince == null;
                    case REOPEN ->
                        reopenableUntil(VietnamTime.dayOf(now), calendar).isPresent();
                    default -> true;
                })
                .toList();
    }

    private CaseStep change(Transition transition, String reason, ChangeContext context) {
        require(transition, context);
        State before = state;
        state = transition.to(isReopened()).orElse(state);
        boolean draftCameBack = false;
        if (!state.open()) {
            // Answer, refusal and referral reply to whatever was asked.
            replyAwaitedSince = null;
        }
        if (state != before && releaseAwaitedSince != null) {
            // What has changed since it was handed in, the office reads first.
            releaseAwaitedSince = null;
            draftCameBack = state.open();
        }
        changedAt = context.at().toInstant();
        if (endedOn == null) {
            limitClock = limitClock.in(state, changedAt, context.workingTime(authorityId));
        }
        CaseStep step = CaseStep.of(version + 1, transition, state, reason, context);
        return draftCameBack ? step.withDraftBack() : step;
    }

    /**
     * Applies a limit recounted with another working-day table.
     *
     * @throws IllegalStateException once it has ended; its limit then stays as it was kept
     */
    CaseStep recount(LimitClock anew, ChangeContext context) {
        if (!awaitsAnswer()) {
            throw new IllegalStateException("The limit of an ended feedback is not recounted: " + id);
        }
        LocalDate before = limitClock.dueOn();
        limitClock = anew;
        changedAt = context.at().toInstant();
        return CaseStep.of(
                version + 1,
                Transition.RECOUNT,
                state,
                RecountReason.of(anew.dueCalendar(), before, anew.dueOn()),
                context);
    }

    /** The end of the limit with its facts, counted with the given working time, then that of each extension. */
    public List<LimitEnd> limitEnds(WorkingTime time) {
        return limitClock.ends(receivedAt, time);
    }

    /** The due day by the given working time; for an open case with its pauses recounted. */
    LocalDate dueOnWith(WorkingTime time) {
        return endedOn == null
                ? limitClock.countedWith(time).dueOn()
                : limitEnds(time).get(limitClock.extensions().size()).dueOn();
    }

    /** Whether the answer of the present round was in time; empty while it has none. */
    public Optional<Boolean> answeredInTime() {
        return answeredAt().map(limitClock::inTime);
    }

    /**
     * Whether it counts as answered in time: each of its answers was, as an answer that was late stays so when another one
     * follows. Empty while unanswered.
     */
    public Optional<Boolean> inTime() {
        return answeredInTime().map(inTime -> inTime && !earlierAnswerLate);
    }

    /** Whether the feedback is open and its due moment has passed. */
    public boolean overdueAt(OffsetDateTime now) {
        return endedOn == null && limitClock.overdue(now);
    }

    private static String excerptOf(String content) {
        String line = VietnameseText.line(content);
        if (line.length() <= EXCERPT) {
            return line;
        }
        int end = EXCERPT - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end) + "…";
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public int registerYear() {
        return registerYear;
    }

    public int registerNumber() {
        return registerNumber;
    }

    public TrackingCode trackingCode() {
        return new TrackingCode(trackingCode);
    }

    public Channel channel() {
        return channel;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Classification> classification() {
        return Optional.ofNullable(classification);
    }

    public Urgency urgency() {
        return urgency;
    }

    public State state() {
        return state;
    }

    public String content() {
        return content;
    }

    String excerpt() {
        return excerpt;
    }

    public OffsetDateTime receivedAt() {
        return VietnamTime.local(receivedAt);
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    public OffsetDateTime enteredAt() {
        return VietnamTime.local(enteredAt);
    }

    public Actor enteredBy() {
        return new Actor(enteredBy, enteredByName);
    }

    public boolean isReopened() {
        return round > 1;
    }

    /** When the present round began, where it was reopened. */
    public Optional<OffsetDateTime> reopenedAt() {
        return isReopened() ? Optional.of(VietnamTime.local(limitClock.startedAt(receivedAt))) : Optional.empty();
    }

    public ReopeningRule reopening() {
        return reopening;
    }

    /** From 1; incremented on reopening. Each round has its own answer or referral. */
    public int round() {
        return round;
    }

    /** Number of its files. */
    public int attachments() {
        return attachments;
    }

    public LimitClock limitClock() {
        return limitClock;
    }

    public boolean awaitsAnswer() {
        return endedOn == null;
    }

    /** How much longer is asked for, in the unit of the limit; empty when nothing is to be decided. */
    public Optional<Integer> extensionRequested() {
        return Optional.ofNullable(extensionRequested);
    }

    public Optional<String> extensionReason() {
        return Optional.ofNullable(extensionReason);
    }

    /** Whether its policy wants answers to be released by the leader. */
    public boolean answersNeedRelease() {
        return answersNeedRelease;
    }

    /** Since when a draft of the answer is with the leader. */
    public Optional<OffsetDateTime> releaseAwaitedSince() {
        return Optional.ofNullable(releaseAwaitedSince).map(VietnamTime::local);
    }

    /** The new day that the letter of apology of the present round promises; the due day is another. */
    public Optional<LocalDate> promisedOn() {
        return Optional.ofNullable(promisedOn);
    }

    /** The case that leads those of the same matter, where this is one of the others. */
    public Optional<UUID> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    public Optional<UUID> unitId() {
        return Optional.ofNullable(unitId);
    }

    public Optional<String> person() {
        return Optional.ofNullable(person);
    }

    public Optional<RefusalReason> refusalReason() {
        return Optional.ofNullable(refusalReason);
    }

    public Optional<OffsetDateTime> answeredAt() {
        return Optional.ofNullable(answeredAt).map(VietnamTime::local);
    }

    public Optional<LocalDate> answeredOn() {
        return Optional.ofNullable(answeredOn);
    }

    /** Time of the last change. */
    public OffsetDateTime changedAt() {
        return VietnamTime.local(changedAt);
    }
}
