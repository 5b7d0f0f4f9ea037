package vn.cchc.plan.milestone;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.evidence.EvidenceRepository;
import vn.cchc.platform.access.Roles;
import vn.cchc.platform.http.Problem;

/** Files that were handed in, as they were. Apart from {@link SubmissionResource}, whose answers are JSON. */
@Path("/api/v1/milestones/{id}/submissions/{submissionId}/file")
@Tag(name = "Milestones")
public class SubmittedFileResource {

    private final MilestoneRepository milestones;
    private final EvidenceRepository evidence;

    SubmittedFileResource(MilestoneRepository milestones, EvidenceRepository evidence) {
        this.milestones = milestones;
        this.evidence = evidence;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Roles.CLERK, Roles.OFFICER, Roles.LEADER, Roles.DISTRICT, Roles.ADMIN})
    @Operation(
            operationId = "getSubmittedFile",
            summary = "Get a file that was handed in",
            description =
                    "Sent in the media type it has, whatever Accept prefers. The ETag is its SHA-256; 304 for If-None-Match"
                            + " with it.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The caller has the file already")
    public RestResponse<byte[]> file(@RestPath UUID id, @RestPath UUID submissionId, @Context Request request) {
        milestones.visible(id);
        Evidence handedIn = evidence.findByIdOptional(submissionId)
                .filter(found ->
                        found.milestoneId().equals(id) && found.sha256().isPresent())
                .orElseThrow(Problem::notFound);
        EntityTag tag = new EntityTag(handedIn.sha256().orElseThrow());
        if (request.evaluatePreconditions(tag) != null) {
            return RestResponse.ResponseBuilder.<byte[]>notModified().tag(tag).build();
        }
        byte[] content = evidence.content(submissionId).orElseThrow(Problem::notFound);
        return RestResponse.ResponseBuilder.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, handedIn.mediaType().orElseThrow())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition(handedIn.fileName().orElseThrow()))
                .tag(tag)
                // What people hand in is never run in the origin of the API.
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .build();
    }

    /** With the name in UTF-8 (RFC 6266, RFC 8187). */
    private static String disposition(String fileName) {
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
