package vn.cchc.feedback.tracking;

import static vn.cchc.platform.http.MaxBody.KB;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.cchc.feedback.attachment.AttachedFiles;
import vn.cchc.feedback.page.PageForm;
import vn.cchc.feedback.page.RenderedPage;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.SentForm;
import vn.cchc.platform.http.ClientAddress;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.RequestDeadline;
import vn.cchc.platform.http.WebPage;
import vn.cchc.platform.idempotency.Idempotency;
import vn.cchc.platform.idempotency.IdempotentRequest;
import vn.cchc.platform.ratelimit.RateLimited;

/** The page on which senders follow their feedback. Code and secret are sent in forms, never in an address. */
@WebPage
@Path("/tra-cuu")
@Produces(WebPage.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Requires(Right.FOLLOW_FEEDBACK)
public class TrackingPageResource {

    private final TrackingPages pages;
    private final Idempotency idempotency;
    private final IdempotentRequest request;
    private final ClientAddress clientAddress;
    private final CurrentVertxRequest current;
    private final RequestDeadline deadline;

    TrackingPageResource(
            TrackingPages pages,
            Idempotency idempotency,
            IdempotentRequest request,
            ClientAddress clientAddress,
            CurrentVertxRequest current,
            RequestDeadline deadline) {
        this.pages = pages;
        this.idempotency = idempotency;
        this.request = request;
        this.clientAddress = clientAddress;
        this.current = current;
        this.deadline = deadline;
    }

    @GET
    @RateLimited("tracking")
    @Operation(hidden = true)
    public RestResponse<String> form() {
        return RestResponse.ok(pages.form());
    }

    @POST
    @RateLimited("tracking")
    @MaxBody(16 * KB)
    @Operation(hidden = true)
    public RestResponse<String> show(String form) {
        return answer(pages.show(form));
    }

    @POST
    @Path("/bo-sung")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RateLimited("tracking")
    @MaxBody(AttachedFiles.LONGEST_FORM)
    @ConcurrencyLimit(32)
    @Operation(hidden = true)
    public RestResponse<String> supplementWithFiles(
            @RestForm(FileUpload.ALL) List<FileUpload> uploads, MultipartFormDataInput form) {
        return answer(pages.supplement(PageForm.of(SentForm.of(form, uploads), client(), deadline::beginAnew)));
    }

    /** Of a page of the version before. */
    @POST
    @Path("/bo-sung")
    @RateLimited("tracking")
    @MaxBody(64 * KB)
    @Operation(hidden = true)
    public RestResponse<String> supplement(String form) {
        return answer(pages.supplement(PageForm.withoutFiles(form)));
    }

    @POST
    @Path("/rut")
    @RateLimited("tracking")
    @MaxBody(16 * KB)
    @Operation(hidden = true)
    public RestResponse<String> withdraw(String form) {
        return answer(pages.withdraw(form));
    }

    @POST
    @Path("/mo-lai")
    @RateLimited("tracking")
    @MaxBody(32 * KB)
    @Operation(hidden = true)
    public RestResponse<String> reopen(String form) {
        return answer(pages.reopen(form));
    }

    /** @param key of the form: sent twice, as after a lost connection, it makes one message */
    @POST
    @Path("/hoi/{key}")
    @RateLimited("message")
    @MaxBody(32 * KB)
    @Operation(hidden = true)
    public RestResponse<String> ask(@RestPath UUID key, String form) {
        request.isOfPage(key);
        return answer(pages.ask(
                form,
                key,
                (presented, work) -> idempotency.once(
                        id -> RestResponse.ok(presented.apply(id)), () -> RestResponse.ok(work.get()))));
    }

    /** The address that files are counted for: who follows a feedback has no account. */
    private Optional<String> client() {
        return Optional.of(clientAddress.of(current.getCurrent().request()));
    }

    private static RestResponse<String> answer(RenderedPage page) {
        var answer = RestResponse.ResponseBuilder.<String>create(page.status()).entity(page.html());
        page.headers().forEach(answer::header);
        return answer.build();
    }
}
