package vn.cchc.feedback.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.cchc.feedback.TrackingCode;
import vn.cchc.feedback.Transition;
import vn.cchc.feedback.attachment.AttachmentList;
import vn.cchc.feedback.attachment.AttachmentView;
import vn.cchc.feedback.attachment.Attachments;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.authority.KnownAuthority;
import vn.cchc.feedback.handling.ApologyLetters;
import vn.cchc.feedback.handling.Case;
import vn.cchc.feedback.handling.CaseStep;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.handling.FeedbackHistory;
import vn.cchc.feedback.handling.FeedbackRepository;
import vn.cchc.feedback.handling.Handling;
import vn.cchc.feedback.handling.ReopenFeedback;
import vn.cchc.feedback.handling.SupplementFeedback;
import vn.cchc.feedback.handling.VisibleCases;
import vn.cchc.feedback.handling.WithdrawFeedback;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.feedback.message.MessageView;
import vn.cchc.feedback.message.Threads;
import vn.cchc.feedback.message.WriteMessage;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/**
 * Operations of a sender by code and secret. An unknown code and a wrong secret get the same response after the same
 * work.
 */
@ApplicationScoped
@Transactional
class Tracking {

    /** Dummy id for an unknown code, so that a secret is derived and compared all the same. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final BilingualText MALFORMED =
            BilingualText.of("Mã tra cứu không đúng.", "The tracking code is not valid.");

    private static final BilingualText OUTDATED = BilingualText.of(
            "Trang vừa gửi đã cũ nên lần này không mở lại. Dưới đây là tình trạng hiện nay: nếu vẫn cần mở lại, xin đọc câu trả lời mới nhất rồi bấm Mở lại.",
            "The page that was sent is out of date, and nothing was reopened. Read the latest answer first.");

    private final FeedbackRepository repository;
    private final VisibleCases cases;
    private final Handling handling;
    private final FeedbackHistory history;
    private final KnownAuthorities authorities;
    private final TrackingKeys keys;
    private final Attachments attachments;
    private final Threads threads;
    private final ApologyLetters letters;
    private final Limits limits;
    private final Clock clock;

    Tracking(
            FeedbackRepository repository,
            VisibleCases cases,
            Handling handling,
            FeedbackHistory history,
            KnownAuthorities authorities,
            TrackingKeys keys,
            Attachments attachments,
            Threads threads,
            ApologyLetters letters,
            Limits limits,
            Clock clock) {
        this.repository = repository;
        this.cases = cases;
        this.handling = handling;
        this.history = history;
        this.authorities = authorities;
        this.keys = keys;
        this.attachments = attachments;
        this.threads = threads;
        this.letters = letters;
        this.limits = limits;
        this.clock = clock;
    }

    /** A feedback as shown to its sender. */
    record Tracked(TrackingView view, long version) {}

    /** The same with the thread, the files, and the present round. */
    record Followed(TrackingView view, List<MessageView> messages, List<AttachmentView> files, int round) {}

    Followed follow(String code, String given) {
        Case one = repository.findCase(open(code, given)).orElseThrow(Problem::notFound);
        UUID id = one.feedback().id();
        List<CaseStep> steps = history.steps(id);
        return new Followed(
                tracked(one, steps).view(),
                threads.forSender(id, steps),
                one.feedback().attachments() == 0
                        ? List.of()
                        : attachments.of(id).items(),
                one.feedback().round());
    }

    Page<MessageView> messages(String code, String given, Integer limit, String cursor) {
        return threads.pageForSender(open(code, given), limit, cursor);
    }

    MessageView ask(String code, String given, WriteMessage wanted) {
        return threads.ask(open(code, given), wanted);
    }

    /** Runs the work once for the key of the request, in the transaction; a replay presents what it has made, by its id. */
    @FunctionalInterface
    interface Once {

        void run(Function<UUID, MessageView> presented, Supplier<MessageView> work);
    }

    /** As {@link #ask}, once. */
    void ask(String code, String given, WriteMessage wanted, Once once) {
        once.run(id -> message(code, given, id), () -> ask(code, given, wanted));
    }

    /** @throws Problem 404 as for a wrong secret, also where the feedback has no such message */
    MessageView message(String code, String given, UUID id) {
        return threads.getForSender(open(code, given), id);
    }

    Tracked get(String code, String given) {
        return tracked(repository.findCase(open(code, given)).orElseThrow(Problem::notFound));
    }

    Tracked supplement(String code, String given, SupplementFeedback wanted) {
        return tracked(handling.supplementBySender(open(code, given), wanted));
    }

    Tracked withdraw(String code, String given, WithdrawFeedback wanted) {
        return tracked(handling.withdrawBySender(open(code, given), wanted));
    }

    Tracked reopen(String code, String given, ReopenFeedback wanted) {
        return tracked(handling.reopenBySender(open(code, given), wanted));
    }

    /**
     * As {@link #reopen}, while the round is the one that the page has shown: a page loaded again sends what it has sent before, and the case
     * may have been answered again meanwhile.
     *
     * @param shown as the page sends it
     * @throws Problem 409 also in another round
     */
    void reopen(String code, String given, String shown, ReopenFeedback wanted) {
        UUID id = open(code, given);
        Feedback feedback = cases.toChangeBySender(id);
        feedback.require(Transition.REOPEN, handling.context(Actor.CITIZEN));
        if (!Integer.toString(feedback.round()).equals(shown)) {
            throw Problem.conflict("round-outdated", OUTDATED);
        }
        handling.reopenBySender(id, wanted);
    }

    AttachmentList attachments(String code, String given) {
        return attachments.of(open(code, given));
    }

    /** @throws Problem 404 as for a wrong secret, also where the feedback has no such file */
    Download attachment(String code, String given, UUID id) {
        return attachments.file(open(code, given), id);
    }

    /** @throws Problem 404 as for a wrong secret, also where no letter of apology is released in the present round */
    Download apologyLetter(String code, String given) {
        return letters.documentForSender(open(code, given));
    }

    private UUID open(String written, String given) {
        TrackingCode code = TrackingCode.parse(written)
                .orElseThrow(() -> Problem.badRequest(
                        "malformed-tracking-code",
                        MALFORMED,
                        FieldFault.of(
                                "code",
                                "Mã gồm 13 chữ số; hãy kiểm tra lại từng số.",
                                "A code has 13 digits; please check each of them.")));
        if (given == null || given.isBlank()) {
            throw Problem.badRequest(
                    "tracking-secret-required",
                    BilingualText.of("Thiếu mã bí mật.", "The secret is missing."),
                    FieldFault.of("Tracking-Secret", "Phải có.", "Must be given."));
        }
        Optional<UUID> id = repository.findId(code);
        boolean right = keys.secrets().matches(id.orElse(NOBODY), given);
        return id.filter(found -> right).orElseThrow(Problem::notFound);
    }

    private Tracked tracked(Case one) {
        return tracked(one, history.steps(one.feedback().id()));
    }

    private Tracked tracked(Case one, List<CaseStep> steps) {
        Feedback feedback = one.feedback();
        Optional<KnownAuthority> authority = authorities.find(feedback.authorityId());
        TrackingView.Holder holder = new TrackingView.Holder(
                one.referral()
                        .map(made -> made.toName())
                        .or(() -> authority.map(KnownAuthority::name))
                        .orElse(null),
                feedback.unitId()
                        .flatMap(unit -> authority.flatMap(known -> known.unitName(unit)))
                        .orElse(null));
        return new Tracked(
                TrackingView.of(
                        one, steps, letters.released(feedback), holder, OffsetDateTime.now(clock), limits.calendar()),
                feedback.version());
    }
}
