package vn.cchc.platform.http;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One sentence in the two languages of the API; which one an answer carries is chosen by {@code Accept-Language}. */
@Schema(requiredProperties = {"vi", "en"})
public record Text(String vi, String en) {

    public Text {
        Objects.requireNonNull(vi, "vi");
        Objects.requireNonNull(en, "en");
    }

    public static Text of(String vi, String en) {
        return new Text(vi, en);
    }
}
