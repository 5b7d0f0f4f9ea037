package vn.cchc.platform.http;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One sentence in the two languages of the API. A problem carries the one that {@code Accept-Language} chooses, an explanation
 * both.
 */
@Schema(
        name = "BilingualText",
        requiredProperties = {"vi", "en"})
public record BilingualText(String vi, String en) {

    public BilingualText {
        Objects.requireNonNull(vi, "vi");
        Objects.requireNonNull(en, "en");
    }

    public static BilingualText of(String vi, String en) {
        return new BilingualText(vi, en);
    }
}
