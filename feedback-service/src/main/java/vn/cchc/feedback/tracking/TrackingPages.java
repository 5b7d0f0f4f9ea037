package vn.cchc.feedback.tracking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import vn.cchc.feedback.Transition;
import vn.cchc.feedback.attachment.AttachedFiles;
import vn.cchc.feedback.attachment.AttachmentView;
import vn.cchc.feedback.attachment.FormFiles;
import vn.cchc.feedback.handling.ReopenFeedback;
import vn.cchc.feedback.handling.SenderDetails;
import vn.cchc.feedback.handling.SupplementFeedback;
import vn.cchc.feedback.handling.WithdrawFeedback;
import vn.cchc.feedback.message.MessageView;
import vn.cchc.feedback.message.WriteMessage;
import vn.cchc.feedback.page.EnteredForm;
import vn.cchc.feedback.page.PageForm;
import vn.cchc.feedback.page.RenderedPage;
import vn.cchc.feedback.page.RenderedPage.Outcome;
import vn.cchc.feedback.page.SubmittedForm;
import vn.cchc.platform.files.SentForm;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.idempotency.IdempotentRequest;

/** A feedback as a page for its sender. */
@ApplicationScoped
class TrackingPages {

    /** Sent twice, or meanwhile handled by the office. */
    private static final String ALREADY =
            "Yêu cầu vừa gửi không còn cần nữa hoặc đã được ghi nhận trước đó. Dưới đây là tình trạng hiện nay.";

    private static final String MESSAGE = "text";

    /** Not that of a withdrawal, which may stand on the same page. */
    private static final String WHY_REOPENED = "why";

    /** Of the case, as the page has shown it. */
    private static final String ROUND = "round";

    /** The same for an unknown code and for a wrong secret. */
    private static final String UNKNOWN = "Mã tra cứu hoặc mã bí mật không đúng.";

    private final Tracking tracking;
    private final Validator validator;
    private final FormFiles files;

    TrackingPages(Tracking tracking, Validator validator, FormFiles files) {
        this.tracking = tracking;
        this.validator = validator;
        this.files = files;
    }

    @CheckedTemplate(basePath = "tracking")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance open(EnteredForm form);

        static native TemplateInstance feedback(
                TrackingView feedback,
                List<MessageView> messages,
                List<AttachmentView> files,
                int room,
                int round,
                EnteredForm form,
                UUID key);
    }

    String form() {
        return Templates.open(EnteredForm.empty()).render();
    }

    RenderedPage show(String body) {
        SubmittedForm entered = SubmittedForm.read(body);
        return opened(entered, () -> page(Outcome.DONE, find(entered), EnteredForm.of(entered)));
    }

    RenderedPage supplement(PageForm form) {
        SubmittedForm entered = form.entered();
        return opened(entered, () -> {
            Tracking.Followed before = find(entered);
            // Nothing is stored for a feedback that takes no supplement.
            boolean takesFiles = before.view().allowed().contains(Transition.SUPPLEMENT.resource());
            FormFiles.Taken taken = files.take(
                    takesFiles ? form.sent() : SentForm.NOTHING,
                    before.files().size(),
                    form.client(),
                    form.beginAnew());
            try {
                tracking.supplement(code(entered), secret(entered), supplement(entered, taken));
                return page(Outcome.DONE, find(entered), EnteredForm.of(entered));
            } catch (Problem problem) {
                return refused(problem, taken, before, entered);
            } catch (RuntimeException failure) {
                throw files.givenUp(taken, failure);
            }
        });
    }

    private RenderedPage refused(
            Problem problem, FormFiles.Taken taken, Tracking.Followed before, SubmittedForm entered) {
        return switch (problem.getStatusCode()) {
            case 422 ->
                page(
                        Outcome.INVALID,
                        before,
                        EnteredForm.refused(entered, problem).with(files.kept(taken), taken.faults()));
            case 429 ->
                RenderedPage.of(
                        Outcome.TOO_MANY,
                        template(
                                before,
                                EnteredForm.refused(entered, problem).with(files.kept(taken), taken.faults()),
                                UUID.randomUUID()),
                        problem);
            default -> {
                files.giveUp(taken);
                yield refused(problem, before, entered);
            }
        };
    }

    private SupplementFeedback supplement(SubmittedForm entered, FormFiles.Taken taken) {
        SupplementFeedback wanted = new SupplementFeedback(
                entered.get("content"),
                new SenderDetails(
                        entered.get("sender.name"),
                        entered.get("sender.address"),
                        entered.get("sender.phone"),
                        entered.get("sender.email")),
                taken.all());
        taken.require(FieldFault.of(validator.validate(wanted)));
        return wanted;
    }

    RenderedPage withdraw(String body) {
        SubmittedForm entered = SubmittedForm.read(body);
        return changed(entered, () -> {
            if (entered.get("sure").isEmpty()) {
                throw Problem.invalid(
                        "sure", "Xin đánh dấu vào ô này nếu Ông/Bà muốn rút.", "Tick this box to take it back.");
            }
            tracking.withdraw(code(entered), secret(entered), valid(new WithdrawFeedback(entered.get("reason"))));
        });
    }

    RenderedPage reopen(String body) {
        SubmittedForm entered = SubmittedForm.read(body);
        return changed(entered, () -> {
            ReopenFeedback wanted = new ReopenFeedback(entered.get(WHY_REOPENED));
            if (wanted.reason().isEmpty()) {
                throw Problem.invalid(WHY_REOPENED, "Xin cho biết vì sao cần xem xét lại.", "Say why.");
            }
            tracking.reopen(code(entered), secret(entered), entered.get(ROUND), valid(wanted));
        });
    }

    /**
     * Writes to the office.
     *
     * @param key of the form: sent twice, as after a lost connection, it makes one message
     * @param once wraps the work
     */
    RenderedPage ask(String body, UUID key, Tracking.Once once) {
        SubmittedForm entered = SubmittedForm.read(body);
        return opened(entered, () -> {
            Tracking.Followed before = find(entered);
            try {
                WriteMessage wanted = new WriteMessage(entered.get(MESSAGE));
                if (wanted.text().isEmpty()) {
                    throw Problem.invalid(MESSAGE, "Xin viết nội dung cần hỏi.", "Write what you want to ask.");
                }
                tracking.ask(code(entered), secret(entered), valid(wanted), once);
                return page(Outcome.DONE, find(entered), EnteredForm.of(entered.without(MESSAGE)), UUID.randomUUID());
            } catch (Problem problem) {
                return switch (problem.getStatusCode()) {
                    case 409 ->
                        page(
                                Outcome.NOT_POSSIBLE,
                                before,
                                EnteredForm.refused(entered, problem.text().vi()),
                                key);
                    // A key that was used for another text is given up; what is wrong with this one is mended under the
                    // same key.
                    case 422 ->
                        page(
                                Outcome.INVALID,
                                before,
                                EnteredForm.refused(entered, problem),
                                IdempotentRequest.hasReusedKey(problem) ? UUID.randomUUID() : key);
                    default -> throw problem;
                };
            }
        });
    }

    /** The feedback as changed; where it cannot be changed so, as it is, with what is wrong and what was entered. */
    private RenderedPage changed(SubmittedForm entered, Runnable change) {
        return opened(entered, () -> {
            Tracking.Followed before = find(entered);
            try {
                change.run();
                return page(Outcome.DONE, find(entered), EnteredForm.of(entered));
            } catch (Problem problem) {
                return refused(problem, before, entered);
            }
        });
    }

    private static RenderedPage refused(Problem problem, Tracking.Followed before, SubmittedForm entered) {
        return switch (problem.getStatusCode()) {
            // That of a wrong transition names states, of which people know nothing.
            case 409 ->
                page(
                        Outcome.NOT_POSSIBLE,
                        before,
                        EnteredForm.refused(
                                entered,
                                problem.is("wrong-transition")
                                        ? ALREADY
                                        : problem.text().vi()));
            case 422 -> page(Outcome.INVALID, before, EnteredForm.refused(entered, problem));
            default -> throw problem;
        };
    }

    /** The page of a feedback that is found; the form for code and secret where they open none. */
    private static RenderedPage opened(SubmittedForm entered, Supplier<RenderedPage> page) {
        try {
            return page.get();
        } catch (Problem problem) {
            return switch (problem.getStatusCode()) {
                case 400 -> RenderedPage.of(Outcome.UNREADABLE, Templates.open(EnteredForm.refused(entered, problem)));
                case 404 -> RenderedPage.of(Outcome.NOT_FOUND, Templates.open(EnteredForm.refused(entered, UNKNOWN)));
                default -> throw problem;
            };
        }
    }

    private Tracking.Followed find(SubmittedForm entered) {
        return tracking.follow(code(entered), secret(entered));
    }

    private <T> T valid(T wanted) {
        List<FieldFault> faults = FieldFault.of(validator.validate(wanted));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return wanted;
    }

    private static String code(SubmittedForm entered) {
        return entered.get("code");
    }

    private static String secret(SubmittedForm entered) {
        return entered.get("Tracking-Secret");
    }

    private static RenderedPage page(Outcome outcome, Tracking.Followed followed, EnteredForm form) {
        return page(outcome, followed, form, UUID.randomUUID());
    }

    private static RenderedPage page(Outcome outcome, Tracking.Followed followed, EnteredForm form, UUID key) {
        return RenderedPage.of(outcome, template(followed, form, key));
    }

    private static TemplateInstance template(Tracking.Followed followed, EnteredForm form, UUID key) {
        return Templates.feedback(
                followed.view(),
                followed.messages(),
                followed.files(),
                AttachedFiles.MOST - followed.files().size(),
                followed.round(),
                form,
                key);
    }
}
