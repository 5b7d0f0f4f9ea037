package vn.cchc.platform.testing.sample;

import static vn.cchc.platform.http.MaxBody.MB;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.files.CheckedFile;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.files.FilePlace;
import vn.cchc.platform.files.FileType;
import vn.cchc.platform.files.PartOfFile;
import vn.cchc.platform.files.StoredFiles;
import vn.cchc.platform.files.TakenFiles;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Problem;

/** Files of 20 MB, in and out. */
@Path("/api/v1/sample-files")
@Requires(Right.READ_AUTHORITIES)
public class SampleFileResource {

    private static final Instant SINCE = Instant.parse("2021-01-05T01:30:00Z");

    private static final TakenFiles TAKEN = new TakenFiles(20, EnumSet.allOf(FileType.class));
    private static final FilePlace CONTENTS = FilePlace.of("sample_file", "content", "id");

    private final StoredFiles files;
    private final Map<UUID, CheckedFile> heads = new ConcurrentHashMap<>();

    SampleFileResource(StoredFiles files) {
        this.files = files;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_PLAIN)
    @MaxBody(21 * MB)
    @Transactional
    @Operation(operationId = "createSampleFile")
    public String create(@RestForm("file") FileUpload file) {
        CheckedFile checked = CheckedFile.of(file.fileName(), file.contentType(), file.uploadedFile(), TAKEN);
        UUID id = Ids.next();
        files.add(CONTENTS, List.of(id), checked);
        heads.put(id, checked);
        return id.toString();
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "getSampleFile")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<FileContent.Part> get(@RestPath UUID id, @BeanParam PartOfFile wanted) {
        CheckedFile head = Optional.ofNullable(heads.get(id)).orElseThrow(Problem::notFound);
        return new Download(
                        head.mediaType(),
                        head.name(),
                        Download.Disposition.ATTACHMENT,
                        head.sha256(),
                        Optional.of(SINCE),
                        new FileContent.Stored(CONTENTS, List.of(id), head.size()))
                .answer(wanted)
                .build();
    }
}
