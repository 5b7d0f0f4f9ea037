package vn.cchc.platform.files;

import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * What a client has of a file and which part of it is asked for (RFC 9110, 13 and 14).
 *
 * @param ifNoneMatch tags of the copies that the client has; null without the header
 * @param ifRange validator of its partial copy: if it does not match, the range is ignored and the whole file is sent; null without the
 *     header
 * @param range null without the header; ignored unless it is one byte range (RFC 9110, 14.2)
 */
public record PartOfFile(
        @HeaderParam("If-None-Match") @Parameter(description = "The ETag it was got with")
        String ifNoneMatch,

        @HeaderParam("If-Range")
        @Parameter(description = "The ETag of what the part belongs to; of anything else, the whole is sent")
        String ifRange,

        @HeaderParam("Range") @Parameter(description = "A part of the file", example = "bytes=0-1023")
        String range) {}
