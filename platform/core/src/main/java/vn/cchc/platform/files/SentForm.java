package vn.cchc.platform.files;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * A form of a page as a browser sends it (multipart/form-data, RFC 7578).
 *
 * @param texts what was entered, by the name of the field, in the order sent
 * @param files that were chosen, in the order sent
 */
public record SentForm(Map<String, List<String>> texts, List<File> files) {

    /** One with nothing. */
    public static final SentForm NOTHING = new SentForm(Map.of(), List.of());

    public SentForm {
        texts = Map.copyOf(texts);
        files = List.copyOf(files);
    }

    /**
     * A file of a form.
     *
     * @param name as the browser names it
     * @param declaredType media type as the browser says, or null
     * @param content temporary file, which exists until the request ends
     */
    public record File(String name, String declaredType, Path content) {}

    /**
     * The parts of the form. Where nothing was chosen a browser sends an empty file without a name (HTML, 4.10.22.4), which is none.
     *
     * @param uploads all files of the form
     */
    public static SentForm of(MultipartFormDataInput form, List<FileUpload> uploads) {
        Map<String, List<String>> texts = new HashMap<>();
        form.getValues().forEach((name, values) -> texts.put(name, entered(values)));
        return new SentForm(
                texts,
                uploads.stream()
                        .filter(upload ->
                                upload.size() > 0 || !upload.fileName().isEmpty())
                        .map(upload -> new File(upload.fileName(), upload.contentType(), upload.uploadedFile()))
                        .toList());
    }

    private static List<String> entered(Collection<FormValue> values) {
        return values.stream()
                .filter(value -> !value.isFileItem())
                .map(FormValue::getValue)
                .toList();
    }

    /** Omits what was entered, which may be personal data. */
    @Override
    public String toString() {
        return "SentForm" + texts.keySet();
    }
}
