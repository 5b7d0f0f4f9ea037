package vn.cchc.feedback.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.cchc.platform.files.SentForm;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** Fields of a form as a browser sends them, in UTF-8. */
public final class SubmittedForm {

    private final Map<String, List<String>> fields;

    private SubmittedForm(Map<String, List<String>> fields) {
        this.fields = Map.copyOf(fields);
    }

    /**
     * The fields of a form without files: {@code application/x-www-form-urlencoded} of the URL standard.
     *
     * @throws Problem 400 for a body that is not percent-encoded as the standard says
     */
    public static SubmittedForm read(String body) {
        Map<String, List<String>> fields = new HashMap<>();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decoded(field.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(field.substring(equals + 1)));
            }
        }
        return new SubmittedForm(fields);
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "unreadable",
                    BilingualText.of("Biểu mẫu gửi lên không đọc được.", "The submitted form cannot be read."));
        }
    }

    /** The fields of a form with files. */
    public static SubmittedForm of(SentForm form) {
        return new SubmittedForm(form.texts());
    }

    /** An empty one, as a page shows it first. */
    static SubmittedForm empty() {
        return new SubmittedForm(Map.of());
    }

    /** The first value as entered; empty where the form has no such field. */
    public String get(String field) {
        return all(field).stream().findFirst().orElse("");
    }

    private List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The same form without what was entered in a field. */
    public SubmittedForm without(String field) {
        Map<String, List<String>> others = new HashMap<>(fields);
        others.remove(field);
        return new SubmittedForm(others);
    }

    /** Omits what was entered, which may be personal data. */
    @Override
    public String toString() {
        return "SubmittedForm" + fields.keySet();
    }
}
