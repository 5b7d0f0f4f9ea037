package vn.cchc.platform.files;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.cchc.platform.http.Problem;

/**
 * The parts of a form as they were sent (RFC 7578).
 *
 * @param times how often each part was sent, by name
 */
public record FormParts(Map<String, Integer> times) {

    public static FormParts of(MultipartFormDataInput form) {
        return new FormParts(
                form.getValues().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, part -> part.getValue()
                        .size())));
    }

    /**
     * Repeated and unknown parts are rejected; otherwise they would be ignored silently.
     *
     * @throws Problem 422 that names the part
     */
    public void requireEachOnce(Set<String> known) {
        times.forEach((name, sent) -> {
            if (!known.contains(name)) {
                throw Problem.invalid(name, "Trường không được định nghĩa.", "This field is not defined.");
            }
            if (sent > 1) {
                throw Problem.invalid(name, "Chỉ được gửi một lần.", "May be sent once only.");
            }
        });
    }
}
