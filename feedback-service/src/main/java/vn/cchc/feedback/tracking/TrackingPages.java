package vn.cchc.feedback.tracking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import java.util.function.Supplier;
import vn.cchc.feedback.handling.SenderDetails;
import vn.cchc.feedback.handling.SupplementFeedback;
import vn.cchc.feedback.handling.WithdrawFeedback;
import vn.cchc.feedback.page.EnteredForm;
import vn.cchc.feedback.page.RenderedPage;
import vn.cchc.feedback.page.RenderedPage.Outcome;
import vn.cchc.feedback.page.SubmittedForm;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;

/** A feedback as a page for its sender. */
@ApplicationScoped
class TrackingPages {

    /** Sent twice, or meanwhile handled by the office. */
    private static final String ALREADY =
            "Yêu cầu vừa gửi không còn cần nữa hoặc đã được ghi nhận trước đó. Dưới đây là tình trạng hiện nay.";

    /** The same for an unknown code and for a wrong secret. */
    private static final String UNKNOWN = "Mã tra cứu hoặc mã bí mật không đúng.";

    private final Tracking tracking;
    private final Validator validator;

    TrackingPages(Tracking tracking, Validator validator) {
        this.tracking = tracking;
        this.validator = validator;
    }

    @CheckedTemplate(basePath = "tracking")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance open(EnteredForm form);

        static native TemplateInstance feedback(TrackingView feedback, EnteredForm form);
    }

    String form() {
        return Templates.open(EnteredForm.empty()).render();
    }

    RenderedPage show(String body) {
        SubmittedForm entered = SubmittedForm.read(body);
        return opened(entered, () -> page(Outcome.DONE, find(entered), EnteredForm.of(entered)));
    }

    RenderedPage supplement(String body) {
        SubmittedForm entered = SubmittedForm.read(body);
        return changed(entered, () -> {
            SupplementFeedback wanted = new SupplementFeedback(
                    entered.get("content"),
                    new SenderDetails(
                            entered.get("sender.name"),
                            entered.get("sender.address"),
                            entered.get("sender.phone"),
                            entered.get("sender.email")),
                    List.of());
            return tracking.supplement(code(entered), secret(entered), valid(wanted));
        });
    }

    RenderedPage withdraw(String body) {
        SubmittedForm entered = SubmittedForm.read(body);
        return changed(entered, () -> {
            if (entered.get("sure").isEmpty()) {
                throw Problem.invalid(
                        "sure", "Xin đánh dấu vào ô này nếu Ông/Bà muốn rút.", "Tick this box to take it back.");
            }
            return tracking.withdraw(
                    code(entered), secret(entered), valid(new WithdrawFeedback(entered.get("reason"))));
        });
    }

    /** The feedback as changed; where it cannot be changed so, as it is, with what is wrong and what was entered. */
    private RenderedPage changed(SubmittedForm entered, Supplier<Tracking.Tracked> change) {
        return opened(entered, () -> {
            TrackingView before = find(entered);
            try {
                return page(Outcome.DONE, change.get().view(), EnteredForm.of(entered));
            } catch (Problem problem) {
                return switch (problem.getStatusCode()) {
                    case 409 -> page(Outcome.NOT_POSSIBLE, before, EnteredForm.refused(entered, ALREADY));
                    case 422 -> page(Outcome.INVALID, before, EnteredForm.refused(entered, problem));
                    default -> throw problem;
                };
            }
        });
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

    private TrackingView find(SubmittedForm entered) {
        return tracking.get(code(entered), secret(entered)).view();
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

    private static RenderedPage page(Outcome outcome, TrackingView feedback, EnteredForm form) {
        return RenderedPage.of(outcome, Templates.feedback(feedback, form));
    }
}
