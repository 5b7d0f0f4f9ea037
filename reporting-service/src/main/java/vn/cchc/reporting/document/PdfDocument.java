package vn.cchc.reporting.document;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
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
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import vn.cchc.platform.time.VietnamTime;

/**
 * Renders a document as PDF/A-2 for the archive: fonts embedded as subsets, colours by profile, tagged, with bookmarks.
 * The same document at the same moment gives the same bytes.
 */
public final class PdfDocument {

    private static final String FAMILY = "Liberation Serif";
    private static final String FONTS = "/document/fonts/LiberationSerif-";

    private static final Pattern CREATED = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

    private final HtmlDocument html;
    private final List<Cut> cuts = List.of(
            new Cut("Regular", 400, FontStyle.NORMAL),
            new Cut("Bold", 700, FontStyle.NORMAL),
            new Cut("Italic", 400, FontStyle.ITALIC),
            new Cut("BoldItalic", 700, FontStyle.ITALIC));
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    public PdfDocument(HtmlDocument html) {
        this.html = html;
        XRLog.setLoggingEnabled(false);
    }

    /** A cut of the font, read once. */
    @SuppressWarnings("ArrayRecordComponent") // bytes of a file, compared by nobody
    private record Cut(byte[] file, int weight, FontStyle style) {

        Cut(String name, int weight, FontStyle style) {
            this(resource(FONTS + name + ".ttf"), weight, style);
        }
    }

    /** @param createdAt the moment written into the file; the only input besides the document */
    public byte[] render(DocumentModel document, Instant createdAt) {
        String page = html.renderForPrint(document);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .usePdfUaAccessibility(true)
                .useColorProfile(colours)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                .useUnicodeLineBreaker(new SpaceBreaker())
                .withProducer("CCHC")
                .withHtmlContent(page, null);
        for (Cut cut : cuts) {
            builder.useFont(() -> new ByteArrayInputStream(cut.file()), FAMILY, cut.weight(), cut.style(), true);
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument file = renderer.getPdfDocument();
            stamp(file, createdAt, page);
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            file.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The document could not be laid out", e);
        }
    }

    /** Dates and the file's identifier come from the document, not from the wall clock. */
    private static void stamp(PDDocument file, Instant createdAt, String page) throws IOException {
        ZonedDateTime local = createdAt.truncatedTo(ChronoUnit.SECONDS).atZone(VietnamTime.ZONE);
        Calendar moment = GregorianCalendar.from(local);
        PDDocumentInformation information = file.getDocumentInformation();
        information.setCreationDate(moment);
        // PDF/A wants what is said here said in the metadata too, where there is no day of modification.
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

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(PdfDocument.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
