package vn.cchc.feedback.attachment;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.TusProtocol;
import vn.cchc.platform.http.BodyStream;
import vn.cchc.platform.http.ClientAddress;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.ratelimit.RateLimited;

/** Resumable uploads (tus 1.0) of the files that a feedback then names. */
@Path("/api/v1/uploads")
@TusProtocol
@Requires(Right.HAND_IN_FEEDBACK)
@RateLimited("upload")
@Tag(
        name = "uploads",
        description = "Tải tệp lên, nối tiếp được khi mất mạng (tus 1.0). Uploading files, resumable (tus 1.0).")
public class UploadResource {

    private static final String EXTENSIONS = "creation,expiration,termination";

    private static final String ID = "Id of the upload, from its `Location`; what a feedback names in `attachments`";
    private static final String RESUMABLE = "Version of the protocol";
    private static final String OFFSET = "Bytes received so far";
    private static final String EXPIRES =
            "When it is deleted unless a feedback names it (RFC 9110, 5.6.7); each progress puts it off";

    /** HTTP date format (RFC 9110, 5.6.7). */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Uploads uploads;
    private final BodyStream body;
    private final ClientAddress clientAddress;
    private final CurrentVertxRequest current;
    private final CurrentCaller caller;

    UploadResource(
            Uploads uploads,
            BodyStream body,
            ClientAddress clientAddress,
            CurrentVertxRequest current,
            CurrentCaller caller) {
        this.uploads = uploads;
        this.body = body;
        this.clientAddress = clientAddress;
        this.current = current;
        this.caller = caller;
    }

    @OPTIONS
    @Operation(
            operationId = "describeUploads",
            summary = "What this server knows of the protocol tus",
            description = "Version, extensions and the largest file in bytes.")
    @APIResponse(
            responseCode = "204",
            description = "In the headers",
            headers = {
                @Header(
                        name = TusProtocol.VERSIONS,
                        description = "Versions of the protocol",
                        required = true,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 20, examples = TusProtocol.VERSION)),
                @Header(
                        name = TusProtocol.EXTENSIONS,
                        description = "Extensions of the protocol",
                        required = true,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 100, examples = EXTENSIONS)),
                @Header(
                        name = TusProtocol.MAX_SIZE,
                        description = "Maximum size of a file in bytes",
                        required = true,
                        schema = @Schema(type = SchemaType.INTEGER, format = "int64", examples = "20971520"))
            })
    public RestResponse<Void> describe() {
        return RestResponse.ResponseBuilder.<Void>create(204)
                .header(TusProtocol.VERSIONS, TusProtocol.VERSION)
                .header(TusProtocol.EXTENSIONS, EXTENSIONS)
                .header(TusProtocol.MAX_SIZE, AttachedFiles.LARGEST)
                .build();
    }

    @POST
    @Operation(operationId = "createUpload", summary = "Begin the upload of a file", description = """
            A file of at most 20 MB: PDF, JPEG, PNG, HEIC, DOC, DOCX, XLS, XLSX, MP3, MP4. Its bytes follow with PATCH to the \
            `Location`, in any number of requests; a feedback then names it in `attachments`. Place and device are removed from \
            pictures and films, unless `place` of the metadata is `keep`: then the place stays. Without an account an address has \
            a limited number and size of uploads that no feedback names (429). Any client of tus 1.0 does this.\
            """)
    @APIResponse(
            responseCode = "201",
            description = "Begun; nothing is received yet",
            headers = {
                @Header(
                        name = "Location",
                        description =
                                "Address of the upload. Keep it secret: whoever has it can continue or delete the upload",
                        required = true,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        maxLength = 200,
                                        examples = "/api/v1/uploads/4f0c3a53-9f2d-4d57-8a43-1c6f6a5c2e10")),
                @Header(
                        name = TusProtocol.EXPIRES,
                        description = EXPIRES,
                        required = true,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        maxLength = 29,
                                        examples = "Wed, 06 Jan 2021 01:30:00 GMT"))
            })
    @APIResponse(responseCode = "401", ref = "#/components/responses/Problem401")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Problem403")
    @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
    @APIResponse(responseCode = "413", ref = "#/components/responses/Problem413")
    @APIResponse(responseCode = "415", ref = "#/components/responses/Problem415")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    public RestResponse<Void> create(
            @HeaderParam(TusProtocol.RESUMABLE)
                    @Parameter(
                            description = RESUMABLE,
                            required = true,
                            example = TusProtocol.VERSION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 20))
                    String version,
            @HeaderParam(TusProtocol.LENGTH)
                    @Parameter(
                            description = "Size of the file in bytes",
                            required = true,
                            example = "734003",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int64",
                                            minimum = "1",
                                            maximum = "20971520"))
                    String length,
            @HeaderParam(TusProtocol.METADATA)
                    @Parameter(
                            description =
                                    "Pairs of a key and a value in Base64, separated by commas: `filename`; `filetype`, a media type;"
                                            + " `place`, `keep` or `remove`. Others are ignored",
                            required = true,
                            example = "filename ZGVuLWR1b25nLmpwZw==,filetype aW1hZ2UvanBlZw==",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 8000))
                    String metadata) {
        Uploads.Progress begun = uploads.create(length, metadata, client());
        return RestResponse.ResponseBuilder.<Void>create(201)
                // Relative: behind a gateway that terminates TLS an absolute one would name another scheme.
                .header("Location", "/api/v1/uploads/" + begun.id())
                .header(TusProtocol.EXPIRES, expires(begun))
                .build();
    }

    @HEAD
    @Path("/{id}")
    @Operation(
            operationId = "getUploadOffset",
            summary = "How much of an upload has been received",
            description = "Where to continue after an interruption.")
    @APIResponse(
            responseCode = "200",
            description = "In the headers",
            headers = {
                @Header(
                        name = TusProtocol.OFFSET,
                        description = OFFSET,
                        required = true,
                        schema = @Schema(type = SchemaType.INTEGER, format = "int64", examples = "262144")),
                @Header(
                        name = TusProtocol.LENGTH,
                        description = "Size of the file in bytes",
                        required = true,
                        schema = @Schema(type = SchemaType.INTEGER, format = "int64", examples = "734003")),
                @Header(
                        name = TusProtocol.EXPIRES,
                        description = EXPIRES,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        maxLength = 29,
                                        examples = "Wed, 06 Jan 2021 01:30:00 GMT"))
            })
    @APIResponse(responseCode = "401", ref = "#/components/responses/Problem401")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Problem403")
    @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    public RestResponse<Void> offset(
            @HeaderParam(TusProtocol.RESUMABLE)
                    @Parameter(
                            description = RESUMABLE,
                            required = true,
                            example = TusProtocol.VERSION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 20))
                    String version,
            @PathParam("id") @Parameter(description = ID) UUID id) {
        Uploads.Progress reached = uploads.progress(id);
        return RestResponse.ResponseBuilder.<Void>create(200)
                .header(TusProtocol.OFFSET, reached.offset())
                .header(TusProtocol.LENGTH, reached.length())
                .header(TusProtocol.EXPIRES, expires(reached))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(TusProtocol.CHUNK)
    @ConcurrencyLimit(32)
    @Operation(operationId = "appendToUpload", summary = "Send the next bytes of a file", description = """
            From `Upload-Offset` on, as many as come through: what has come stays when the line breaks; ask with HEAD, and continue \
            from there. Another offset than the present one is a 409. The request with the last byte answers once the whole file \
            has been checked: 415 when it is of no accepted type, or not of the declared one; 422 when it is damaged, so that place \
            and device cannot be removed. A refused upload is deleted.\
            """)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = TusProtocol.CHUNK,
                            schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 20971520)))
    @APIResponse(
            responseCode = "204",
            description = "Received",
            headers = {
                @Header(
                        name = TusProtocol.OFFSET,
                        description = OFFSET,
                        required = true,
                        schema = @Schema(type = SchemaType.INTEGER, format = "int64", examples = "734003")),
                @Header(
                        name = TusProtocol.EXPIRES,
                        description = EXPIRES,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        maxLength = 29,
                                        examples = "Wed, 06 Jan 2021 01:30:00 GMT"))
            })
    @APIResponse(responseCode = "401", ref = "#/components/responses/Problem401")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Problem403")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
    @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    public Uni<RestResponse<Void>> append(
            @HeaderParam(TusProtocol.RESUMABLE)
                    @Parameter(
                            description = RESUMABLE,
                            required = true,
                            example = TusProtocol.VERSION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 20))
                    String version,
            @PathParam("id") @Parameter(description = ID) UUID id,
            @HeaderParam(TusProtocol.OFFSET)
                    @Parameter(
                            description = "Position of the first byte sent, from 0: the bytes received so far",
                            required = true,
                            example = "0",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int64",
                                            minimum = "0",
                                            maximum = "20971520"))
                    String offset) {
        Uploads.Appending appending = uploads.appending(id, offset, client());
        return body.read(appending).map(stored -> RestResponse.ResponseBuilder.<Void>create(204)
                .header(TusProtocol.OFFSET, appending.progress().offset())
                .header(TusProtocol.EXPIRES, expires(appending.progress()))
                .build());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteUpload",
            summary = "Give an upload up",
            description = "Complete or not, as long as no feedback names it.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Problem401")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Problem403")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
    @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    public RestResponse<Void> delete(
            @HeaderParam(TusProtocol.RESUMABLE)
                    @Parameter(
                            description = RESUMABLE,
                            required = true,
                            example = TusProtocol.VERSION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 20))
                    String version,
            @PathParam("id") @Parameter(description = ID) UUID id) {
        uploads.terminate(id);
        return RestResponse.noContent();
    }

    /** The address that uploads are counted for; members of staff have no limit. */
    private Optional<String> client() {
        return caller.get().isCitizen()
                ? Optional.of(clientAddress.of(current.getCurrent().request()))
                : Optional.empty();
    }

    /** Null, for no header, once it belongs to a feedback. */
    private static String expires(Uploads.Progress upload) {
        return upload.expiresAt().map(UploadResource::httpDate).orElse(null);
    }

    private static String httpDate(OffsetDateTime time) {
        return HTTP_DATE.format(time);
    }
}
