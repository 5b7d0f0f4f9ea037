package vn.cchc.reporting.document;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.cchc.platform.document.FallbackFont;
import vn.cchc.platform.document.TextFont;
import vn.cchc.platform.time.VietnamTime;

/**
 * Renders a document as PDF/A-2 for archiving: subset fonts embedded, colour profile, tagged, with bookmarks. Output is
 * deterministic: the same document and time give the same bytes.
 */
public final class PdfDocument {

    private static final Pattern CREATED = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

    private final List<Cut> cuts = List.of(
            new Cut(TextFont.REGULAR, 400, FontStyle.NORMAL),
            new Cut(TextFont.BOLD, 700, FontStyle.NORMAL),
            new Cut(TextFont.ITALIC, 400, FontStyle.ITALIC),
            new Cut(TextFont.BOLD_ITALIC, 700, FontStyle.ITALIC));
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    public PdfDocument() {
        XRLog.setLoggingEnabled(false);
    }

    /** A font face, loaded once. */
    @SuppressWarnings("ArrayRecordComponent") // file contents; never compared
    private record Cut(byte[] file, int weight, FontStyle style) {

        Cut(TextFont face, int weight, FontStyle style) {
            this(bytes(face), weight, style);
        }

        private static byte[] bytes(TextFont face) {
            try (InputStream in = face.file()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param createdAt time written into the file; the only input besides the document */
    public byte[] render(DocumentModel document, Instant createdAt) {
        try (PDDocument file = new PDDocument()) {
            return layOut(HtmlDocument.renderForPrint(document), createdAt, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The document could not be laid out", e);
        }
    }

    private byte[] layOut(PrintablePage page, Instant createdAt, PDDocument file) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .usePdfUaAccessibility(true)
                .useColorProfile(colours)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                .useUnicodeLineBreaker(new SpaceBreaker())
                .withProducer("CCHC")
                .usePDDocument(file)
                .withHtmlContent(page.html(), null);
        for (Cut cut : cuts) {
            builder.useFont(
                    () -> new ByteArrayInputStream(cut.file()), TextFont.FAMILY, cut.weight(), cut.style(), true);
        }
        for (FallbackFont font : page.fonts()) {
            builder.useFont(new PDFontSupplier(embedded(font, file)), font.family(), 400, FontStyle.NORMAL, true);
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            stamp(file, createdAt, page.html());
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            file.save(out);
            return out.toByteArray();
        }
    }

    /**
     * Overrides the font's height with that of the text font: the layout uses the highest available font for line
     * placement, and a fallback font would shift all lines.
     */
    private static PDFont embedded(FallbackFont font, PDDocument file) throws IOException {
        try (InputStream in = font.file()) {
            PDFont embedded = PDType0Font.load(file, in, true);
            embedded.getFontDescriptor().setAscent(TextFont.ASCENT);
            embedded.getFontDescriptor().setDescent(TextFont.DESCENT);
            return embedded;
        }
    }

    /** Dates and the file identifier are derived from the document, not from the wall clock. */
    private static void stamp(PDDocument file, Instant createdAt, String page) throws IOException {
        ZonedDateTime local = createdAt.truncatedTo(ChronoUnit.SECONDS).atZone(VietnamTime.ZONE);
        Calendar moment = GregorianCalendar.from(local);
        PDDocumentInformation information = file.getDocumentInformation();
        information.setCreationDate(moment);
        // PDF/A requires this information in the metadata too, which have no modification date.
        information.setModificationDate(null);
        PDMetadata metadata = file.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(CREATED.matcher(xmp)
                .replaceAll("$1" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local) + "$2")
                .getBytes(StandardCharsets.UTF_8));
        CRC32 fingerprint = new CRC32();
        fingerprint.update(page.getBytes(StandardCharsets.UTF_8));
        file.setDocumentId(createdAt.toEpochMilli() * 31 + fingerprint.getValue());
    }
}
