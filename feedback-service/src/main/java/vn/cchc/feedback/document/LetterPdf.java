package vn.cchc.feedback.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import vn.cchc.feedback.document.PdfFonts.Face;
import vn.cchc.platform.document.TextFont;
import vn.cchc.platform.time.VietnamTime;

/**
 * A letter on A4 paper: margins, sizes and places of Decree 30/2020/NĐ-CP, Appendix I. Pages are numbered from the second on; the signature
 * never stands on a page without text.
 */
public final class LetterPdf {

    public static final String MEDIA_TYPE = "application/pdf";

    /** Part of each tag: files of another layout are other bytes. */
    private static final int LAYOUT = 1;

    private static final float MILLIMETRE = 72 / 25.4f;
    private static final PDRectangle A4 = new PDRectangle(210 * MILLIMETRE, 297 * MILLIMETRE);
    private static final float TOP = 20 * MILLIMETRE;
    private static final float BOTTOM = 20 * MILLIMETRE;
    private static final float LEFT = 30 * MILLIMETRE;
    private static final float RIGHT = 17 * MILLIMETRE;
    private static final float WIDTH = A4.getWidth() - LEFT - RIGHT;
    private static final float MIDDLE = LEFT + WIDTH / 2;

    /** What stands left and right of each other: authority and state, recipients and signature. */
    private static final float LEFT_COLUMN = WIDTH * 0.40f;

    private static final float RIGHT_COLUMN = WIDTH * 0.57f;
    private static final float LEFT_MIDDLE = LEFT + LEFT_COLUMN / 2;
    private static final float RIGHT_MIDDLE = LEFT + WIDTH - RIGHT_COLUMN / 2;

    private static final Face ISSUER = new Face(TextFont.BOLD, 13);
    private static final Face STATE = new Face(TextFont.BOLD, 12);
    private static final Face MOTTO = new Face(TextFont.BOLD, 13);
    private static final Face NUMBER = new Face(TextFont.REGULAR, 13);
    private static final Face DATE = new Face(TextFont.ITALIC, 13);
    private static final Face TITLE = new Face(TextFont.BOLD, 14);
    private static final Face BODY = new Face(TextFont.REGULAR, 14);
    private static final Face SIGNATURE = new Face(TextFont.BOLD, 14);
    private static final Face RECIPIENTS_LABEL = new Face(TextFont.BOLD_ITALIC, 12);
    private static final Face RECIPIENTS = new Face(TextFont.REGULAR, 11);
    private static final Face PAGE_NUMBER = new Face(TextFont.REGULAR, 13);

    private static final float SPACING = 1.25f;
    private static final float LINE = BODY.size() * 1.35f;
    private static final float INDENT = 10 * MILLIMETRE;
    private static final float BETWEEN_PARAGRAPHS = 6;
    private static final float RULE = 0.7f;
    private static final float ROOM_TO_SIGN = 26 * MILLIMETRE;

    /** Lines of text that stay with the signature. */
    private static final int KEPT = 2;

    private static final String DRAFT = "DỰ THẢO";
    private static final Pattern SPACE = Pattern.compile(" ");

    private final PrintedLetter letter;
    private final PDDocument file;
    private final PdfFonts fonts;
    private PDPageContentStream page;
    private int pages;
    private float y;

    private LetterPdf(PrintedLetter letter, PDDocument file) {
        this.letter = letter;
        this.file = file;
        this.fonts = new PdfFonts(file);
    }

    /** The same letter gives the same bytes. */
    public static byte[] of(PrintedLetter letter) {
        try (PDDocument file = new PDDocument()) {
            new LetterPdf(letter, file).write();
            stamp(file, letter);
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            file.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The letter could not be laid out", e);
        }
    }

    /** Equal tags mean equal bytes. */
    public static String tag(PrintedLetter letter) {
        try {
            byte[] shown = (LAYOUT + " " + letter.fingerprint()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shown));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Times and the identifier of the file are those of what it shows, not of the clock. The sender's name is in none of them. */
    private static void stamp(PDDocument file, PrintedLetter letter) {
        PDDocumentInformation information = file.getDocumentInformation();
        information.setTitle(letter.title() + " - " + letter.subject());
        information.setAuthor(String.join(" ", letter.issuer()));
        information.setProducer("CCHC");
        information.setCreationDate(GregorianCalendar.from(letter.writtenAt().atZoneSameInstant(VietnamTime.ZONE)));
        file.getDocumentCatalog().setLanguage("vi-VN");
        PDViewerPreferences shown =
                new PDViewerPreferences(file.getDocumentCatalog().getCOSObject());
        shown.setDisplayDocTitle(true);
        file.getDocumentCatalog().setViewerPreferences(shown);
        CRC32 fingerprint = new CRC32();
        fingerprint.update(letter.fingerprint().getBytes(StandardCharsets.UTF_8));
        file.setDocumentId(fingerprint.getValue());
    }

    private void write() throws IOException {
        beginPage();
        heading();
        centredLines(letter.title(), TITLE, WIDTH);
        centredLines(letter.subject(), TITLE, WIDTH - 2 * INDENT);
        rule(MIDDLE, WIDTH * 0.25f, y - 7);
        y -= 23;
        for (String line : letter.addressee()) {
            centredLines(line, BODY, WIDTH);
        }
        y -= BETWEEN_PARAGRAPHS;
        body();
        closing();
        page.close();
    }

    private void heading() throws IOException {
        float top = y;
        float longest = 0;
        for (String line : letter.issuer()) {
            for (String part : fonts.lines(line, ISSUER, LEFT_COLUMN)) {
                y -= ISSUER.size() * SPACING;
                centred(part, ISSUER, LEFT_MIDDLE, y);
                longest = fonts.width(part, ISSUER);
            }
        }
        rule(LEFT_MIDDLE, Math.max(longest * 0.4f, 40), y - 5);
        float beneath = y - 8;
        y = top - STATE.size() * SPACING;
        centred(NationalTitle.STATE, STATE, RIGHT_MIDDLE, y);
        y -= MOTTO.size() * SPACING;
        centred(NationalTitle.MOTTO, MOTTO, RIGHT_MIDDLE, y);
        rule(RIGHT_MIDDLE, fonts.width(NationalTitle.MOTTO, MOTTO), y - 4);
        top = Math.min(beneath, y - 8);
        y = top;
        for (String part : fonts.lines(letter.numberAndSymbol(), NUMBER, LEFT_COLUMN)) {
            y -= NUMBER.size() * 1.4f;
            centred(part, NUMBER, LEFT_MIDDLE, y);
        }
        if (letter.isDraft()) {
            y -= NUMBER.size() * 1.6f;
            centred(DRAFT, ISSUER, LEFT_MIDDLE, y);
            frame(LEFT_MIDDLE, fonts.width(DRAFT, ISSUER));
        }
        beneath = y;
        y = top;
        for (String part : fonts.lines(letter.placeAndDate(), DATE, RIGHT_COLUMN)) {
            y -= DATE.size() * 1.4f;
            centred(part, DATE, RIGHT_MIDDLE, y);
        }
        y = Math.min(beneath, y) - 18;
    }

    /** A line of a paragraph with its left edge; the last one of a paragraph is not justified. */
    private record Line(String text, float indent, boolean justified, float before) {}

    private void body() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String paragraph : letter.paragraphs()) {
            List<String> wrapped = fonts.lines(paragraph, BODY, WIDTH, INDENT);
            for (int i = 0; i < wrapped.size(); i++) {
                lines.add(new Line(
                        wrapped.get(i), i == 0 ? INDENT : 0, i < wrapped.size() - 1, i == 0 ? BETWEEN_PARAGRAPHS : 0));
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            boolean kept = i == Math.max(0, lines.size() - KEPT);
            float needed = LINE + (kept ? LINE * (KEPT - 1) + BETWEEN_PARAGRAPHS + heightOfClosing() : 0);
            if (y - lines.get(i).before() - needed < BOTTOM) {
                page.close();
                beginPage();
            }
            y -= lines.get(i).before() + LINE;
            show(lines.get(i));
        }
    }

    private void show(Line line) throws IOException {
        float x = LEFT + line.indent();
        if (!line.justified()) {
            fonts.show(page, line.text(), BODY, x, y);
            return;
        }
        List<String> words = SPACE.splitAsStream(line.text()).toList();
        float room = WIDTH - line.indent() - fonts.width(line.text(), BODY);
        float more = words.size() > 1 ? room / (words.size() - 1) : 0;
        for (int i = 0; i < words.size(); i++) {
            // With its space, so that copied text keeps it.
            String word = i < words.size() - 1 ? words.get(i) + " " : words.get(i);
            fonts.show(page, word, BODY, x, y);
            x += fonts.width(word, BODY) + more;
        }
    }

    private List<String> recipients() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < letter.recipients().size(); i++) {
            boolean last = i == letter.recipients().size() - 1;
            lines.addAll(fonts.lines("- " + letter.recipients().get(i) + (last ? "." : ";"), RECIPIENTS, LEFT_COLUMN));
        }
        return lines;
    }

    private List<String> offices() {
        List<String> lines = new ArrayList<>();
        letter.onBehalf().ifPresent(text -> lines.addAll(fonts.lines(text, SIGNATURE, RIGHT_COLUMN)));
        letter.office().forEach(text -> lines.addAll(fonts.lines(text, SIGNATURE, RIGHT_COLUMN)));
        return lines;
    }

    private List<String> signer() {
        return letter.signer()
                .map(name -> fonts.lines(name, SIGNATURE, RIGHT_COLUMN))
                .orElse(List.of());
    }

    private float heightOfClosing() {
        float left = RECIPIENTS_LABEL.size() * SPACING + recipients().size() * RECIPIENTS.size() * SPACING;
        float right = (offices().size() + signer().size()) * SIGNATURE.size() * SPACING + ROOM_TO_SIGN;
        return 16 + Math.max(left, right);
    }

    private void closing() throws IOException {
        y -= 16;
        float top = y;
        y -= RECIPIENTS_LABEL.size() * SPACING;
        fonts.show(page, "Nơi nhận:", RECIPIENTS_LABEL, LEFT, y);
        for (String line : recipients()) {
            y -= RECIPIENTS.size() * SPACING;
            fonts.show(page, line, RECIPIENTS, LEFT, y);
        }
        y = top;
        for (String line : offices()) {
            y -= SIGNATURE.size() * SPACING;
            centred(line, SIGNATURE, RIGHT_MIDDLE, y);
        }
        y -= ROOM_TO_SIGN;
        for (String line : signer()) {
            y -= SIGNATURE.size() * SPACING;
            centred(line, SIGNATURE, RIGHT_MIDDLE, y);
        }
    }

    private void beginPage() throws IOException {
        PDPage next = new PDPage(A4);
        file.addPage(next);
        page = new PDPageContentStream(file, next);
        page.setLineWidth(RULE);
        pages++;
        y = A4.getHeight() - TOP;
        if (pages > 1) {
            centred(String.valueOf(pages), PAGE_NUMBER, A4.getWidth() / 2, y + 4 * MILLIMETRE);
        }
    }

    private void centredLines(String text, Face face, float width) throws IOException {
        for (String line : fonts.lines(text, face, width)) {
            y -= face.size() * 1.3f;
            centred(line, face, MIDDLE, y);
        }
    }

    private void centred(String text, Face face, float middle, float baseLine) throws IOException {
        fonts.show(page, text, face, middle - fonts.width(text, face) / 2, baseLine);
    }

    private void rule(float middle, float width, float height) throws IOException {
        page.moveTo(middle - width / 2, height);
        page.lineTo(middle + width / 2, height);
        page.stroke();
    }

    private void frame(float middle, float width) throws IOException {
        page.addRect(middle - width / 2 - 8, y - 4, width + 16, ISSUER.size() + 4);
        page.stroke();
    }
}
