package vn.cchc.reporting.document;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Renders a document as well-formed HTML: what is previewed on a screen is what the PDF is laid out from. */
public final class HtmlDocument {

    private static final String TEMPLATE = "/document/document.html";

    /** XML 1.0, 2.2. */
    private static final Pattern NOT_IN_XML = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]");

    private final Template template;

    public HtmlDocument() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .strictRendering(true)
                .build();
        this.template = engine.parse(source(), Variant.forContentType(Variant.TEXT_HTML), TEMPLATE);
    }

    /** The page for a screen. */
    public String render(DocumentModel document) {
        return render(document, false);
    }

    /** The same page with bookmarks, which HTML does not know. */
    String renderForPrint(DocumentModel document) {
        return render(document, true);
    }

    /**
     * As composed Unicode (NFC): the PDF's layout misplaces the marks of decomposed text; and with a space for each character
     * that XML cannot hold, such as the vertical tab that word processors put in for a line break.
     */
    private String render(DocumentModel document, boolean print) {
        String page = template.data("document", document).data("print", print).render();
        return Normalizer.normalize(NOT_IN_XML.matcher(page).replaceAll(" "), Normalizer.Form.NFC);
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(HtmlDocument.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
