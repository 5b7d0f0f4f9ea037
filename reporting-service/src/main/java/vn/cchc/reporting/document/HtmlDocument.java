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

/** Renders a document as well-formed HTML. The preview and the PDF are produced from the same HTML. */
public final class HtmlDocument {

    private static final String TEMPLATE = "/document/document.html";

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

    /** The page for screen display. */
    public PrintablePage render(DocumentModel document) {
        return render(document, false);
    }

    /** The same page with bookmarks, which are not part of HTML. */
    PrintablePage renderForPrint(DocumentModel document) {
        return render(document, true);
    }

    /** Composed to NFC: the PDF layout misplaces combining marks of decomposed text. */
    private PrintablePage render(DocumentModel document, boolean print) {
        String page = template.data("document", document).data("print", print).render();
        return PrintablePage.of(Normalizer.normalize(page, Normalizer.Form.NFC));
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(HtmlDocument.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
