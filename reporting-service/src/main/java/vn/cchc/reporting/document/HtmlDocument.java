package vn.cchc.reporting.document;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.SortedSet;
import vn.cchc.platform.document.PrintableText;
import vn.cchc.platform.text.VietnameseText;
import vn.cchc.reporting.document.DocumentModel.Block;
import vn.cchc.reporting.document.DocumentModel.Heading;
import vn.cchc.reporting.document.DocumentModel.Paragraph;
import vn.cchc.reporting.document.DocumentModel.Table;

/** Renders a document as well-formed HTML. The preview and the PDF are produced from the same HTML. */
public final class HtmlDocument {

    private HtmlDocument() {}

    /** The templates of {@code templates/document}. */
    @CheckedTemplate(basePath = "document")
    static final class Templates {

        private Templates() {}

        /** @param print whether the page has bookmarks, which are not part of HTML */
        static native TemplateInstance page(DocumentModel document, boolean print);
    }

    /** The page for screen display. */
    public static PrintablePage render(DocumentModel document) {
        return PrintablePage.of(Templates.page(document, false).render());
    }

    /** The same page with bookmarks. */
    static PrintablePage renderForPrint(DocumentModel document) {
        return PrintablePage.of(Templates.page(document, true).render());
    }

    /** The code points of a document that its pages replace; nothing is rendered. */
    public static SortedSet<Integer> unprintable(DocumentModel document) {
        return PrintableText.unprintable(document.texts().map(VietnameseText::nfc));
    }

    /** A block by its kind, which the template asks for; null where it is of another. */
    @TemplateExtension
    static final class Kinds {

        private Kinds() {}

        static Heading heading(Block block) {
            return block instanceof Heading heading ? heading : null;
        }

        static Paragraph paragraph(Block block) {
            return block instanceof Paragraph paragraph ? paragraph : null;
        }

        static Table table(Block block) {
            return block instanceof Table table ? table : null;
        }
    }

    /**
     * Composes each value to NFC, since the PDF layout misplaces combining marks of decomposed text. Each by itself: a mark at
     * its beginning would otherwise compose with the markup before it.
     */
    static final class ComposedAndEscaped extends HtmlEscaper {

        ComposedAndEscaped() {
            super(List.of(Variant.TEXT_HTML));
        }

        /** Above the escaper of Quarkus, which it replaces. */
        @Override
        public int getPriority() {
            return super.getPriority() + 1;
        }

        @Override
        public String map(Object result, Expression expression) {
            return super.map(VietnameseText.nfc(result.toString()), expression);
        }

        /** Observes the engine that is being built. */
        static void register(@Observes EngineBuilder engine) {
            engine.addResultMapper(new ComposedAndEscaped());
        }
    }
}
