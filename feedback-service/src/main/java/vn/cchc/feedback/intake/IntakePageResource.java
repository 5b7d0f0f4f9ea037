package vn.cchc.feedback.intake;

import static vn.cchc.platform.http.MaxBody.KB;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.cchc.feedback.attachment.AttachedFiles;
import vn.cchc.feedback.page.PageForm;
import vn.cchc.feedback.page.RenderedPage;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.SentForm;
import vn.cchc.platform.http.ClientAddress;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.RequestDeadline;
import vn.cchc.platform.http.WebPage;
import vn.cchc.platform.idempotency.Idempotency;
import vn.cchc.platform.idempotency.IdempotentRequest;
import vn.cchc.platform.idempotency.Presenter;
import vn.cchc.platform.ratelimit.RateLimited;

/** The page on which people hand in a feedback, for offices without a portal of their own. */
@WebPage
@Path("/phan-anh/{authority}")
@Produces(WebPage.HTML)
@Requires(Right.HAND_IN_FEEDBACK)
public class IntakePageResource implements Presenter<ReceiptView> {

    private final IntakePages pages;
    private final ReceiptViews receipts;
    private final Idempotency idempotency;
    private final IdempotentRequest request;
    private final CurrentCaller caller;
    private final ClientAddress clientAddress;
    private final CurrentVertxRequest current;
    private final RequestDeadline deadline;

    IntakePageResource(
            IntakePages pages,
            ReceiptViews receipts,
            Idempotency idempotency,
            IdempotentRequest request,
            CurrentCaller caller,
            ClientAddress clientAddress,
            CurrentVertxRequest current,
            RequestDeadline deadline) {
        this.pages = pages;
        this.receipts = receipts;
        this.idempotency = idempotency;
        this.request = request;
        this.caller = caller;
        this.clientAddress = clientAddress;
        this.current = current;
        this.deadline = deadline;
    }

    @GET
    @RateLimited("tracking")
    @Operation(hidden = true)
    public RestResponse<String> form(@RestPath UUID authority) {
        return RestResponse.ok(pages.form(authority));
    }

    /** @param key of the form: sent twice, as after a lost connection, it makes one feedback */
    @POST
    @Path("/{key}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RateLimited("intake")
    @MaxBody(AttachedFiles.LONGEST_FORM)
    @ConcurrencyLimit(32)
    @Operation(hidden = true)
    public RestResponse<String> handInWithFiles(
            @RestPath UUID authority,
            @RestPath UUID key,
            @RestForm(FileUpload.ALL) List<FileUpload> uploads,
            MultipartFormDataInput form) {
        return handIn(authority, key, PageForm.of(SentForm.of(form, uploads), client(), deadline::beginAnew));
    }

    /** Of a page of the version before. */
    @POST
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RateLimited("intake")
    @MaxBody(64 * KB)
    @Operation(hidden = true)
    public RestResponse<String> handIn(@RestPath UUID authority, @RestPath UUID key, String form) {
        return handIn(authority, key, PageForm.withoutFiles(form));
    }

    private RestResponse<String> handIn(UUID authority, UUID key, PageForm form) {
        request.isOfPage(key);
        RenderedPage page = pages.handIn(
                new IntakePages.Submitted(authority, key, form), caller.get(), request.derivedId(), new Once());
        var answer = RestResponse.ResponseBuilder.<String>create(page.status()).entity(page.html());
        page.headers().forEach(answer::header);
        return answer.build();
    }

    private final class Once implements IntakePages.Once {

        @Override
        public Optional<ReceiptView> before() {
            return idempotency.madeBefore(IntakePageResource.this);
        }

        @Override
        public ReceiptView now(Supplier<Intake.Received> work) {
            return idempotency
                    .once(IntakePageResource.this, () -> created(work.get()))
                    .getEntity();
        }
    }

    /** The address that files are counted for; members of staff have no limit. */
    private Optional<String> client() {
        return caller.get().isCitizen()
                ? Optional.of(clientAddress.of(current.getCurrent().request()))
                : Optional.empty();
    }

    private static RestResponse<ReceiptView> created(Intake.Received received) {
        return ETags.created(received.receipt(), received.version(), URI.create("/tra-cuu"));
    }

    @Override
    public RestResponse<ReceiptView> present(UUID id) {
        return RestResponse.ok(receipts.of(id));
    }
}
