package vn.cchc.reporting.document;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import vn.cchc.platform.text.VietnameseText;

/** Renders a document as well-formed HTML. The preview and the PDF are produced from the same HTML. */
public final class HtmlDocument {

    private static final String TEMPLATE = "/document/document.html";

    private final Template template;

    public HtmlDocument() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new ComposedAndEscaped())
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

    private PrintablePage render(DocumentModel document, boolean print) {
        return PrintablePage.of(
                template.data("document", document).data("print", print).render());
    }

    /**
     * Composes each value to NFC, since the PDF layout misplaces combining marks of decomposed text. Each by itself: a mark at
     * its beginning would otherwise compose with the markup before it.
     */
    private static final class ComposedAndEscaped extends HtmlEscaper {

        ComposedAndEscaped() {
            super(List.of(Variant.TEXT_HTML));
        }

        @Override
        public String map(Object result, Expression expression) {
            return super.map(VietnameseText.nfc(result.toString()), expression);
        }
    }

    /** The code points of a document that its pages replace; nothing is rendered. */
    public SortedSet<Integer> unprintable(DocumentModel document) {
        return PrintablePage.unprintable(document.texts().map(VietnameseText::nfc));
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(HtmlDocument.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
