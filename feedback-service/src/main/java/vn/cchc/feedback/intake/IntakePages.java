package vn.cchc.feedback.intake;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.attachment.FormFiles;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.authority.KnownAuthority;
import vn.cchc.feedback.handling.SenderDetails;
import vn.cchc.feedback.page.EnteredForm;
import vn.cchc.feedback.page.PageForm;
import vn.cchc.feedback.page.RenderedPage;
import vn.cchc.feedback.page.RenderedPage.Outcome;
import vn.cchc.feedback.page.SubmittedForm;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.idempotency.IdempotentRequest;
import vn.cchc.platform.text.VietnameseText;

/** The form on which people hand in a feedback, and its receipt. */
@ApplicationScoped
class IntakePages {

    /** Not shown to people: what fills it in is a program that fills in everything. */
    private static final String TRAP = "website";

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Intake intake;
    private final KnownAuthorities authorities;
    private final Validator validator;
    private final FormFiles files;
    private final Clock clock;

    IntakePages(Intake intake, KnownAuthorities authorities, Validator validator, FormFiles files, Clock clock) {
        this.intake = intake;
        this.authorities = authorities;
        this.validator = validator;
        this.files = files;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "intake")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance form(KnownAuthority authority, UUID key, EnteredForm form);

        static native TemplateInstance receipt(KnownAuthority authority, ReceiptView receipt);
    }

    /** @throws Problem 404 where there is no such authority today */
    String form(UUID authority) {
        return Templates.form(present(authority), UUID.randomUUID(), EnteredForm.empty())
                .render();
    }

    /** A form as sent: for which authority, with the key of the form, its fields and files. */
    record Submitted(UUID authority, UUID key, PageForm form) {}

    /** Takes a form once, however often it is sent. */
    interface Once {

        /** The receipt of one that was taken before. */
        Optional<ReceiptView> before();

        /** Wraps the work inside the transaction, as in {@link Intake#receive}. */
        ReceiptView now(Supplier<Intake.Received> work);
    }

    /**
     * The receipt, or the form with what is wrong. What was entered is lost in no case, nor is a file that was accepted.
     *
     * @param derivedId as in {@link Intake#receive}
     * @param once takes it once
     * @throws Problem 404 where there is no such authority today; other problems that no entry can mend
     */
    RenderedPage handIn(Submitted submitted, Caller who, Optional<UUID> derivedId, Once once) {
        KnownAuthority authority = present(submitted.authority());
        SubmittedForm entered = submitted.form().entered();
        if (!VietnameseText.isInvisible(entered.get(TRAP))) {
            Problem trapped = Problem.invalid(TRAP, "Xin để trống ô này.", "Leave this field empty.");
            return shownAgain(authority, submitted, trapped, FormFiles.Taken.NOTHING);
        }
        // Of one that is sent again after a lost connection nothing is taken: what the files' allowance would refuse
        // has its receipt.
        Optional<ReceiptView> before = once.before();
        if (before.isPresent()) {
            return receipt(authority, before.get());
        }
        FormFiles.Taken taken = files.take(
                submitted.form().sent(),
                0,
                submitted.form().client(),
                submitted.form().beginAnew());
        try {
            ReceiptView receipt =
                    intake.receive(checked(submitted.authority(), entered, taken), who, derivedId, once::now);
            // One that was sent twice at the same time has the files of the first.
            files.giveUp(taken);
            return receipt(authority, receipt);
        } catch (Problem problem) {
            if (problem.getStatusCode() != UNPROCESSABLE && problem.getStatusCode() != TOO_MANY_REQUESTS) {
                files.giveUp(taken);
                throw problem;
            }
            return shownAgain(authority, submitted, problem, taken);
        } catch (RuntimeException failure) {
            throw files.givenUp(taken, failure);
        }
    }

    private static RenderedPage receipt(KnownAuthority authority, ReceiptView receipt) {
        return RenderedPage.of(Outcome.DONE, Templates.receipt(authority, receipt));
    }

    private RenderedPage shownAgain(
            KnownAuthority authority, Submitted submitted, Problem problem, FormFiles.Taken taken) {
        EnteredForm form =
                EnteredForm.refused(submitted.form().entered(), problem).with(files.kept(taken), taken.faults());
        if (problem.getStatusCode() == TOO_MANY_REQUESTS) {
            return RenderedPage.of(Outcome.TOO_MANY, Templates.form(authority, submitted.key(), form), problem);
        }
        // Faults are the sender's to mend under the same key. A key that was used for other content is given up.
        UUID next = IdempotentRequest.hasReusedKey(problem) ? UUID.randomUUID() : submitted.key();
        return RenderedPage.of(Outcome.INVALID, Templates.form(authority, next, form));
    }

    private ReceiveFeedback checked(UUID authority, SubmittedForm entered, FormFiles.Taken taken) {
        ReceiveFeedback wanted = new ReceiveFeedback(
                authority,
                Channel.ONLINE,
                Kind.PROPOSAL.name().equals(entered.get("kind")) ? Kind.PROPOSAL : Kind.REFLECTION,
                entered.get("content"),
                new SenderDetails(
                        entered.get("sender.name"),
                        entered.get("sender.address"),
                        entered.get("sender.phone"),
                        entered.get("sender.email")),
                null,
                taken.all());
        taken.require(FieldFault.of(validator.validate(wanted)));
        return wanted;
    }

    private KnownAuthority present(UUID id) {
        return authorities.findOn(id, LocalDate.now(clock)).orElseThrow(Problem::notFound);
    }
}
