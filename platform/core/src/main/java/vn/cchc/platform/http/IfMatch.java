package vn.cchc.platform.http;

import jakarta.ws.rs.HeaderParam;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.cchc.platform.concurrency.ExpectedVersion;

/**
 * Precondition of a change (RFC 9110, 13.1.1; RFC 6585, 3). Checked by the use case once the entity is locked.
 *
 * @param tags the header {@code If-Match}; null where it is missing
 */
public record IfMatch(
        @HeaderParam("If-Match")
        @Parameter(
                description =
                        "The `ETag` of what is changed, as it was read; 428 without, 412 when it has changed since.",
                example = "\"3\"",
                required = true,
                schema = @Schema(type = SchemaType.STRING, pattern = IfMatch.PATTERN, maxLength = HeaderLimits.LONGEST))
        String tags)
        implements ExpectedVersion {

    /** One entity tag; without a comma, which the grammar allows but tags of this system never contain. */
    private static final String ONE = "(?:W/)?\"[!#-+\\x2D-~]*\"";

    private static final Pattern TAG = Pattern.compile(ONE);

    /** The format that {@link #require} parses. */
    static final String PATTERN = "^(?:\\*|" + ONE + "(?:[ \\t]*,[ \\t]*" + ONE + ")*)$";

    /**
     * Requires that this is the version the caller has seen.
     *
     * @throws Problem 428 when the header is missing, 412 when it names another version (weak tags never match), 400
     *     when it is malformed
     */
    @Override
    public void require(long version) {
        if (tags == null || tags.isBlank()) {
            throw Problem.preconditionRequired();
        }
        if (tags.strip().equals("*")) {
            return;
        }
        List<String> given = Stream.of(tags.split(",", -1)).map(String::strip).toList();
        if (!given.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            throw Problem.badRequest(
                    "malformed-if-match",
                    BilingualText.of(
                            "Header If-Match không đúng dạng \"<phiên bản>\".",
                            "The header If-Match is not a list of ETags."),
                    FieldFault.of(
                            "If-Match", "Ví dụ: \"3\" (kể cả dấu ngoặc kép).", "Example: \"3\", with the quotes."));
        }
        String current = ETags.tag(version);
        if (!given.contains(current)) {
            throw Problem.preconditionFailed(current);
        }
    }

    @Override
    public boolean matches(long version) {
        try {
            require(version);
            return true;
        } catch (Problem e) {
            return false;
        }
    }
}
