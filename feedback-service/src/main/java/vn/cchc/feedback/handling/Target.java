package vn.cchc.feedback.handling;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a request of staff is to change: a feedback, in the version that was read, once. */
public record Target(
        @PathParam("id") @Parameter(description = "Id of the feedback")
        UUID id,

        @HeaderParam("If-Match")
        @Parameter(
                description = "The `ETag` of the version that was read; 428 without, 412 when it has changed since.",
                example = "\"3\"",
                required = true)
        String ifMatch,

        @HeaderParam("Idempotency-Key") @Parameter(description = "The same key and body get the first answer again.")
        String idempotencyKey) {}
