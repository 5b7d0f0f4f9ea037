package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.SortedSet;
import vn.cchc.reporting.document.DocumentModel;
import vn.cchc.reporting.document.HtmlDocument;
import vn.cchc.reporting.document.PdfDocument;

/** Renders documents; fonts are loaded once. */
@ApplicationScoped
class Documents {

    private final PdfDocument pdf = new PdfDocument();

    /** Renders both forms; takes about half a second of one core. */
    FrozenEditions.Document layOut(DocumentModel model, OffsetDateTime createdAt) {
        byte[] bytes = pdf(model, createdAt);
        return new FrozenEditions.Document(html(model), bytes, sha256(bytes));
    }

    /** Code points of a document that no font covers, printed as code points. */
    SortedSet<Integer> unprintable(DocumentModel model) {
        return HtmlDocument.unprintable(model);
    }

    String html(DocumentModel model) {
        return HtmlDocument.render(model).html();
    }

    byte[] pdf(DocumentModel model, OffsetDateTime createdAt) {
        return pdf.render(model, createdAt.toInstant());
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
