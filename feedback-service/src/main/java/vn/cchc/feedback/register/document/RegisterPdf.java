package vn.cchc.feedback.register.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import vn.cchc.feedback.document.NationalTitle;
import vn.cchc.feedback.document.PdfFonts;
import vn.cchc.feedback.document.PdfFonts.Face;
import vn.cchc.platform.document.TextFont;
import vn.cchc.platform.time.VietnamTime;

/**
 * The register on A4 paper in landscape: margins and sizes of Decree 30/2020/NĐ-CP, Appendix I; its heading repeated on each page,
 * which is numbered from the second on. Written page by page, so that a page alone is laid out in memory: a layout of HTML has all
 * of a table there. No cell is cut: a line that does not fit goes to the next page, and one that is longer than a page is continued.
 */
public final class RegisterPdf {

    public static final String MEDIA_TYPE = "application/pdf";

    private static final float MILLIMETRE = 72 / 25.4f;
    private static final PDRectangle A4 = new PDRectangle(297 * MILLIMETRE, 210 * MILLIMETRE);
    private static final float TOP = 20 * MILLIMETRE;
    private static final float BOTTOM = 20 * MILLIMETRE;
    private static final float LEFT = 30 * MILLIMETRE;
    private static final float RIGHT = 15 * MILLIMETRE;
    private static final float WIDTH = A4.getWidth() - LEFT - RIGHT;

    /** Middles of what stands left and right, of the authority and the state, and of those who sign. */
    private static final float LEFT_MIDDLE = LEFT + WIDTH * 0.22f;

    private static final float RIGHT_MIDDLE = LEFT + WIDTH * 0.74f;

    private static final Face TITLE = new Face(TextFont.BOLD, 14);
    private static final Face STRONG = new Face(TextFont.BOLD, 13);
    private static final Face STATE = new Face(TextFont.BOLD, 12.5f);
    private static final Face SLANTED = new Face(TextFont.ITALIC, 13);
    private static final Face PLAIN = new Face(TextFont.REGULAR, 13);
    private static final Face CELL = new Face(TextFont.REGULAR, 8.5f);
    private static final Face HEADING = new Face(TextFont.BOLD, 8.5f);

    private static final float SPACING = 1.25f;
    private static final float LINE = 8.5f * 1.15f;
    private static final float PADDING = 1.8f;
    private static final float RULE = 0.5f;
    private static final float ROOM_TO_SIGN = 24 * MILLIMETRE;

    /** Bytes that embedded fonts, and a full page, about need: a buffer that grows would be in memory twice. */
    private static final int FONTS = 128 * 1024;

    private static final int PAGE = 3_300;

    /** A line that is longer than a page does not begin with fewer lines of text than these at the foot of one. */
    private static final int FEWEST = 3;

    private static final RegisterColumn[] COLUMNS = RegisterColumn.values();
    private static final float[] EDGES = edges();

    private final PrintedRegister register;
    private final PDDocument file;
    private final PdfFonts fonts;
    private final Cells headings;
    private PDPageContentStream page;
    private int pages;
    private float y;
    private Cells pending;

    private RegisterPdf(PrintedRegister register, PDDocument file) {
        this.register = register;
        this.file = file;
        this.fonts = new PdfFonts(file);
        this.headings = cells(Stream.of(COLUMNS).map(RegisterColumn::heading).toList(), HEADING);
    }

    /** The same register gives the same bytes. */
    public static byte[] of(PrintedRegister register) {
        try (PDDocument file = new PDDocument()) {
            new RegisterPdf(register, file).write();
            stamp(file, register);
            ByteArrayOutputStream out = new ByteArrayOutputStream(FONTS + file.getNumberOfPages() * PAGE);
            file.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The register could not be laid out", e);
        }
    }

    /** Times and the identifier of the file are those of what it shows, not of the clock. */
    private static void stamp(PDDocument file, PrintedRegister register) {
        PDDocumentInformation information = file.getDocumentInformation();
        information.setTitle(PrintedRegister.TITLE + " - " + register.period());
        information.setAuthor(String.join(" ", register.issuer()));
        information.setProducer("CCHC");
        information.setCreationDate(GregorianCalendar.from(register.moment().atZoneSameInstant(VietnamTime.ZONE)));
        file.getDocumentCatalog().setLanguage("vi-VN");
        PDViewerPreferences shown =
                new PDViewerPreferences(file.getDocumentCatalog().getCOSObject());
        shown.setDisplayDocTitle(true);
        file.getDocumentCatalog().setViewerPreferences(shown);
        CRC32 fingerprint = new CRC32();
        fingerprint.update(register.fingerprint().getBytes(StandardCharsets.UTF_8));
        file.setDocumentId(fingerprint.getValue());
    }

    /** The lines of each cell of a row. */
    private record Cells(List<List<String>> columns, Face face) {

        int lines() {
            return columns.stream().mapToInt(List::size).max().orElse(0);
        }

        float height() {
            return heightOf(lines());
        }

        static float heightOf(int lines) {
            return Math.max(1, lines) * LINE + 2 * PADDING;
        }
    }

    private void write() throws IOException {
        beginPage();
        heading();
        row(headings, 0, headings.lines());
        register.lines()
                .each(line -> add(cells(line.stream().map(RegisterCell::printed).toList(), CELL)));
        end();
        page.close();
    }

    /** Each row waits for the next one: the last one stays with the signatures. */
    private void add(Cells next) {
        if (pending != null) {
            draw(pending);
        }
        pending = next;
    }

    private void end() throws IOException {
        float beneath = heightOfEnd();
        if (pending != null) {
            float last = pending.height();
            if (last + beneath > room() && last + beneath <= roomOfPage()) {
                continueOnNextPage();
            }
            draw(pending);
        }
        if (beneath > room()) {
            page.close();
            beginPage();
        }
        signatures();
    }

    private void draw(Cells row) {
        try {
            boolean longerThanPage = row.height() > roomOfPage();
            if (longerThanPage ? linesIn(room()) < FEWEST : row.height() > room()) {
                continueOnNextPage();
            }
            int from = 0;
            int lines = row.lines();
            do {
                int to = Math.min(lines, from + linesIn(room()));
                row(row, from, to);
                from = to;
                if (from < lines) {
                    continueOnNextPage();
                }
            } while (from < lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void continueOnNextPage() throws IOException {
        page.close();
        beginPage();
        row(headings, 0, headings.lines());
    }

    private void beginPage() throws IOException {
        PDPage next = new PDPage(A4);
        file.addPage(next);
        page = new PDPageContentStream(file, next);
        page.setLineWidth(RULE);
        pages++;
        y = A4.getHeight() - TOP;
        if (pages > 1) {
            centred(String.valueOf(pages), PLAIN, A4.getWidth() / 2, y + 4 * MILLIMETRE);
        }
    }

    private float room() {
        return y - BOTTOM;
    }

    private float roomOfPage() {
        return A4.getHeight() - TOP - BOTTOM - headings.height();
    }

    private static int linesIn(float room) {
        return (int) ((room - 2 * PADDING) / LINE);
    }

    private void heading() throws IOException {
        float top = y;
        float longest = 0;
        for (String line : fitted(register.issuer(), STRONG, WIDTH * 0.42f)) {
            y -= STRONG.size() * SPACING;
            centred(line, STRONG, LEFT_MIDDLE, y);
            longest = fonts.width(line, STRONG);
        }
        rule(LEFT_MIDDLE, Math.max(longest * 0.4f, 40), y - 4);
        float beneath = y - 6;
        y = top - STATE.size() * SPACING;
        centred(NationalTitle.STATE, STATE, RIGHT_MIDDLE, y);
        y -= STRONG.size() * SPACING;
        centred(NationalTitle.MOTTO, STRONG, RIGHT_MIDDLE, y);
        rule(RIGHT_MIDDLE, fonts.width(NationalTitle.MOTTO, STRONG), y - 4);
        y = Math.min(beneath, y - 6) - 24;
        centred(PrintedRegister.TITLE, TITLE, A4.getWidth() / 2, y);
        y -= STRONG.size() * 1.4f;
        centred(register.period(), STRONG, A4.getWidth() / 2, y);
        y -= SLANTED.size() * 1.4f;
        centred(register.standing(), SLANTED, A4.getWidth() / 2, y);
        y -= 10;
    }

    private List<String> fitted(List<String> lines, Face face, float width) {
        List<String> fitted = new ArrayList<>();
        lines.forEach(line -> fitted.addAll(fonts.lines(line, face, width)));
        return fitted;
    }

    private static float heightOfEnd() {
        return PLAIN.size() * SPACING * 5 + ROOM_TO_SIGN;
    }

    private void signatures() throws IOException {
        y -= PLAIN.size() * 1.5f;
        fonts.show(page, register.total(), PLAIN, LEFT, y);
        y -= PLAIN.size() * 1.4f;
        centred(PrintedRegister.DATE, SLANTED, RIGHT_MIDDLE, y);
        y -= STRONG.size() * SPACING;
        centred(PrintedRegister.KEEPER, STRONG, LEFT_MIDDLE, y);
        centred(PrintedRegister.HEAD, STRONG, RIGHT_MIDDLE, y);
        y -= SLANTED.size() * SPACING;
        centred(PrintedRegister.TO_SIGN, SLANTED, LEFT_MIDDLE, y);
        centred(PrintedRegister.TO_SEAL, SLANTED, RIGHT_MIDDLE, y);
    }

    private void centred(String text, Face face, float middle, float baseLine) throws IOException {
        fonts.show(page, text, face, middle - fonts.width(text, face) / 2, baseLine);
    }

    private void rule(float middle, float width, float height) throws IOException {
        line(middle - width / 2, height, middle + width / 2, height);
    }

    private void line(float fromX, float fromY, float toX, float toY) throws IOException {
        page.moveTo(fromX, fromY);
        page.lineTo(toX, toY);
        page.stroke();
    }

    private Cells cells(List<String> texts, Face face) {
        List<List<String>> columns = new ArrayList<>(COLUMNS.length);
        for (int i = 0; i < COLUMNS.length; i++) {
            columns.add(fonts.lines(texts.get(i), face, EDGES[i + 1] - EDGES[i] - 2 * PADDING));
        }
        return new Cells(columns, face);
    }

    /** Draws some lines of each cell of a row, with their frame. */
    private void row(Cells row, int from, int to) throws IOException {
        float height = Cells.heightOf(to - from);
        for (int i = 0; i < COLUMNS.length; i++) {
            List<String> lines = row.columns().get(i);
            float baseLine = y - PADDING - TextFont.ASCENT / 1000 * row.face().size();
            for (String text : lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size()))) {
                if (row.face().equals(HEADING)) {
                    centred(text, HEADING, (EDGES[i] + EDGES[i + 1]) / 2, baseLine);
                } else {
                    fonts.show(page, text, row.face(), EDGES[i] + PADDING, baseLine);
                }
                baseLine -= LINE;
            }
        }
        page.addRect(EDGES[0], y - height, EDGES[COLUMNS.length] - EDGES[0], height);
        for (int i = 1; i < COLUMNS.length; i++) {
            page.moveTo(EDGES[i], y);
            page.lineTo(EDGES[i], y - height);
        }
        page.stroke();
        y -= height;
    }

    private static float[] edges() {
        float all = Stream.of(COLUMNS).mapToInt(RegisterColumn::width).sum();
        float[] edges = new float[COLUMNS.length + 1];
        edges[0] = LEFT;
        for (int i = 0; i < COLUMNS.length; i++) {
            edges[i + 1] = edges[i] + WIDTH * COLUMNS[i].width() / all;
        }
        return edges;
    }
}
