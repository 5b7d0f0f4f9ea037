package vn.cchc.feedback.tracking;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.cchc.feedback.TrackingCode;

/** What stands on the receipt of a feedback and gives access to it without an account. */
public record ReceiptKey(
        @PathParam("code")
        @Parameter(
                description =
                        "The 13 digits on the receipt, with or without hyphens and spaces. What cannot be a code is a 400",
                example = "5720-146-923-080",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                pattern = TrackingCode.TYPED,
                                maxLength = TrackingCode.TYPED_LENGTH))
        String code,

        @HeaderParam(ReceiptKey.SECRET)
        @Parameter(
                description = "The secret on the receipt. With a wrong one the answer is that of an unknown code.",
                example = "K3W5ZQ7PAXYJ2MD4B6RTHVEUC3NGFOLS",
                required = true,
                schema = @Schema(type = SchemaType.STRING, maxLength = TrackingSecret.LONGEST))
        String secret) {

    static final String SECRET = "Tracking-Secret";
}
