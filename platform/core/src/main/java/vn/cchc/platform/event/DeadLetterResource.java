package vn.cchc.platform.event;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;

/** For operations: processes dead letters again once their cause is mended. */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.RUN_THE_SYSTEM)
@Tag(name = "operations")
public class DeadLetterResource {

    private final DeadLetters deadLetters;

    DeadLetterResource(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @POST
    @Path("/{topic}/replays")
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Process again the dead letters of a topic that were not replayed before")
    public DeadLetters.Replay replay(
            @RestPath @Parameter(description = "The topic the events first came from", example = "cchc.feedback")
                    String topic) {
        return deadLetters.replay(topic);
    }
}
