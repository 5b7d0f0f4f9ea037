package vn.cchc.plan.importing.annex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import vn.cchc.plan.importing.annex.PrintedAnnex.Cell;
import vn.cchc.plan.importing.annex.PrintedAnnex.Column;
import vn.cchc.plan.importing.annex.PrintedAnnex.Kind;
import vn.cchc.plan.importing.annex.PrintedAnnex.Line;
import vn.cchc.platform.document.PackedFile;

/**
 * The annex as a Word file in the layout of Decree 30/2020, Annex I: A4 landscape, Times New Roman, a letterhead of two columns, the
 * number of the page at its top but not on the first one, the heading of the table on each page. The body of a whole plan stands
 * before it on A4 upright, with the letterhead, recipients and the line above the signature.
 *
 * <p>Rows are made of the elements of WordprocessingML: POI's own tables look through all rows for each that is added.
 */
public final class AnnexDocument {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String FONT = "Times New Roman";
    /** Sizes in half points. */
    private static final int LETTERHEAD = 26;

    private static final int TITLE = 28;
    private static final int TEXT = 24;
    /** Of the empty paragraph that has a line. */
    private static final int RULE = 8;
    /** Of tables with more columns than {@link #WIDE}. */
    private static final int SMALL = 18;

    private static final int WIDE = 10;

    /** Twentieths of a point in a millimetre. */
    private static final double TWIPS = 1440 / 25.4;

    /** The sides of A4. */
    private static final int LONG_SIDE = 297;

    private static final int SHORT_SIDE = 210;
    private static final int LEFT = 30;
    private static final int RIGHT = 15;
    private static final int TOP = 22;
    private static final int BOTTOM = 20;
    /** The motto in its size. */
    private static final int MOTTO = 66;

    /** Of the annex, and of the body. */
    private static final int TEXT_WIDTH = LONG_SIDE - LEFT - RIGHT;

    private static final int BODY_WIDTH = SHORT_SIDE - LEFT - RIGHT;
    /** The line beneath the title is a third to a half of its length. */
    private static final int TITLE_RULE = 50;

    private static final int RECIPIENTS = 22;
    /** Empty lines in which people sign. */
    private static final int SIGNATURE_LINES = 4;
    /** 1.27 cm before the first line of a paragraph, in twentieths of a point. */
    private static final int FIRST_LINE = 720;

    private final PrintedAnnex annex;
    private final int size;

    private AnnexDocument(PrintedAnnex annex) {
        this.annex = annex;
        this.size = annex.columns().size() > WIDE ? SMALL : TEXT;
    }

    /** The same annex gives the same bytes. */
    public static byte[] of(PrintedAnnex annex) {
        return new AnnexDocument(annex).file();
    }

    private byte[] file() {
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setCreator(annex.head().issuer());
            document.getProperties()
                    .getCoreProperties()
                    .setTitle((annex.body().isPresent() ? "Kế hoạch số " : "Phụ lục Kế hoạch số ")
                            + annex.head().number());
            setDefaults(document.createStyles());
            CTBody body = document.getDocument().getBody();
            Optional<CTSectPr> upright = annex.body().map(printed -> body(body, printed));
            if (upright.isEmpty()) {
                letterhead(body.addNewTbl(), TEXT_WIDTH);
            }
            for (int part = 0; part < annex.parts().size(); part++) {
                heading(body, part);
                table(body.addNewTbl(), part);
            }
            // Word asks for a paragraph behind a table at the end.
            paragraph(body.addNewP(), STJc.LEFT);
            CTSectPr last = body.addNewSectPr();
            page(last, true);
            pageNumber(document.createHeader(HeaderFooterType.DEFAULT));
            if (upright.isPresent()) {
                upright.get()
                        .addNewHeaderReference()
                        .set(last.getHeaderReferenceArray(0).copy());
                upright.get().addNewTitlePg();
            } else {
                last.addNewTitlePg();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            document.write(out);
            return PackedFile.withoutTimes(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The annex could not be written", e);
        }
    }

    private void setDefaults(XWPFStyles styles) {
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        CTStyles all = CTStyles.Factory.newInstance();
        CTRPr text = all.addNewDocDefaults().addNewRPrDefault().addNewRPr();
        text.addNewRFonts().set(fonts);
        text.addNewSz().setVal(BigInteger.valueOf(size));
        text.addNewSzCs().setVal(BigInteger.valueOf(size));
        text.addNewLang().setVal("vi-VN");
        styles.setStyles(all);
    }

    private static void page(CTSectPr section, boolean landscape) {
        CTPageSz page = section.addNewPgSz();
        page.setW(twips(landscape ? LONG_SIDE : SHORT_SIDE));
        page.setH(twips(landscape ? SHORT_SIDE : LONG_SIDE));
        if (landscape) {
            page.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(twips(LEFT));
        margins.setRight(twips(RIGHT));
        margins.setTop(twips(TOP));
        margins.setBottom(twips(BOTTOM));
        margins.setHeader(twips(TOP / 2));
        margins.setFooter(twips(BOTTOM / 2));
        margins.setGutter(BigInteger.ZERO);
    }

    private static void pageNumber(XWPFHeader header) {
        CTP paragraph = header.createParagraph().getCTP();
        paragraph(paragraph, STJc.CENTER);
        CTR run = paragraph.addNewFldSimple().addNewR();
        paragraph.getFldSimpleArray(0).setInstr("PAGE");
        run.addNewRPr().addNewSz().setVal(BigInteger.valueOf(TITLE));
        run.addNewT().setStringValue("2");
    }

    /** @return the pages of the body, which end with it */
    private CTSectPr body(CTBody body, PrintedBody printed) {
        letterhead(body.addNewTbl(), BODY_WIDTH);
        List<String> title = annex.title();
        for (int i = 0; i < title.size(); i++) {
            space(bold(body, title.get(i)), i == 0 ? 14 : 0, 0);
        }
        rule(body.addNewP(), (BODY_WIDTH - TITLE_RULE) / 2);
        printed.lines().forEach(line -> line(body.addNewP(), line));
        if (!printed.recipients().isEmpty() || printed.signature().isPresent()) {
            signature(body, printed);
        }
        CTP last = paragraph(body.addNewP(), STJc.LEFT);
        CTSectPr pages = last.getPPr().addNewSectPr();
        page(pages, false);
        return pages;
    }

    private void line(CTP paragraph, PrintedBody.Line line) {
        boolean heads = line.kind() != PrintedBody.Kind.PARAGRAPH;
        boolean bold = heads && line.kind() != PrintedBody.Kind.LABEL;
        run(paragraph(paragraph, STJc.BOTH), line.text(), TITLE, bold, false);
        if (heads) {
            paragraph.getPPr().addNewKeepNext();
        }
        space(paragraph, 6, 0);
        paragraph.getPPr().addNewInd().setFirstLine(BigInteger.valueOf(FIRST_LINE));
    }

    private void signature(CTBody body, PrintedBody printed) {
        space(paragraph(body.addNewP(), STJc.LEFT), 6, 0);
        int left = BODY_WIDTH / 2;
        CTRow row =
                table(body.addNewTbl(), List.of(left, BODY_WIDTH - left), false).addNewTr();
        row.addNewTrPr().addNewCantSplit();
        CTTc recipients = cell(row, left);
        CTP first = paragraph(recipients.addNewP(), STJc.LEFT);
        if (!printed.recipients().isEmpty()) {
            run(first, "Nơi nhận:", TEXT, true, true);
        }
        for (int i = 0; i < printed.recipients().size(); i++) {
            String end = i == printed.recipients().size() - 1 ? "." : ";";
            String text = "- " + printed.recipients().get(i) + end;
            run(paragraph(recipients.addNewP(), STJc.LEFT), text, RECIPIENTS, false, false);
        }
        CTTc signs = cell(row, BODY_WIDTH - left);
        CTP above = centred(signs);
        printed.signature().ifPresent(line -> run(above, line, TITLE, true, false));
        for (int i = 0; i < SIGNATURE_LINES; i++) {
            centred(signs);
        }
    }

    private void letterhead(CTTbl table, int width) {
        int left = width * 2 / 5;
        CTRow row = table(table, List.of(left, width - left), false).addNewTr();
        CTTc issuer = cell(row, left);
        annex.issuer().forEach(line -> run(centred(issuer), line, LETTERHEAD, true, false));
        rule(issuer, left / 3);
        run(centred(issuer), "Số: " + annex.head().number(), LETTERHEAD, false, false);
        if (annex.draft()) {
            run(centred(issuer), "DỰ THẢO", LETTERHEAD, true, false);
        }
        CTTc nation = cell(row, width - left);
        run(centred(nation), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", nation(width), true, false);
        run(centred(nation), "Độc lập - Tự do - Hạnh phúc", TITLE, true, false);
        rule(nation, (width - left - MOTTO) / 2);
        run(centred(nation), annex.placeAndDay(), TITLE, false, true);
    }

    /** A line beneath the paragraph before, shorter than the cell on both sides by an indent in millimetres. */
    private static void rule(CTTc cell, int indent) {
        rule(cell.addNewP(), indent);
    }

    private static void rule(CTP below, int indent) {
        CTP paragraph = centred(below);
        CTPPr properties = paragraph.getPPr();
        var line = properties.addNewPBdr().addNewTop();
        line.setVal(STBorder.SINGLE);
        line.setSz(BigInteger.valueOf(6));
        line.setSpace(BigInteger.ONE);
        var sides = properties.addNewInd();
        sides.setLeft(twips(indent));
        sides.setRight(twips(indent));
        properties.addNewRPr().addNewSz().setVal(BigInteger.valueOf(RULE));
        // Clear of the marks beneath letters.
        space(paragraph, 2, 0);
    }

    /** What stands above the table of a part; above the first of an annex alone also the title of its plan. */
    private void heading(CTBody body, int part) {
        boolean first = part == 0 && annex.body().isEmpty();
        PrintedAnnex.Heading heading = annex.headings().get(part);
        CTP label = run(centred(body.addNewP()), heading.label(), TITLE, true, false);
        if (part > 0) {
            label.getPPr().addNewPageBreakBefore();
        }
        if (first) {
            space(label, 12, 0);
            annex.title().forEach(line -> bold(body, line));
        } else {
            heading.title().ifPresent(title -> bold(body, title));
        }
        CTP last = run(centred(body.addNewP()), annex.reference(), TITLE, false, true);
        // Right beneath the title of the plan, a transcript would take that of the annex for a part of it.
        if (first && heading.title().isPresent()) {
            last = bold(body, heading.title().get());
        }
        space(last, 0, 8);
    }

    private CTP bold(CTBody body, String line) {
        return run(centred(body.addNewP()), line, TITLE, true, false);
    }

    /** The national title fits one line of its column: 13 points, or 12 on upright paper. */
    private static int nation(int width) {
        return width < TEXT_WIDTH ? LETTERHEAD - 2 : LETTERHEAD;
    }

    private void table(CTTbl table, int part) {
        List<Integer> widths = widths();
        table(table, widths, true);
        CTRow heading = table.addNewTr();
        CTTrPr repeated = heading.addNewTrPr();
        repeated.addNewCantSplit();
        repeated.addNewTblHeader();
        for (int i = 0; i < widths.size(); i++) {
            run(centred(cell(heading, widths.get(i))), annex.columns().get(i).heading(), size, true, false);
        }
        for (Line line : annex.parts().get(part)) {
            CTRow row = table.addNewTr();
            row.addNewTrPr().addNewCantSplit();
            for (int i = 0; i < widths.size(); i++) {
                text(
                        cell(row, widths.get(i)),
                        annex.columns().get(i).kind(),
                        line.cells().get(i),
                        line.heading());
            }
        }
        if (part == annex.parts().size() - 1) {
            annex.total().ifPresent(total -> total(table.addNewTr(), widths, total));
        }
    }

    /** The columns share what those of figures leave of the page. */
    private List<Integer> widths() {
        int fixed = annex.columns().stream()
                .filter(Column::isFixed)
                .mapToInt(Column::width)
                .sum();
        int others = annex.columns().stream().mapToInt(Column::width).sum() - fixed;
        return annex.columns().stream()
                .map(column -> column.isFixed() ? column.width() : column.width() * (TEXT_WIDTH - fixed) / others)
                .toList();
    }

    private void total(CTRow row, List<Integer> widths, long total) {
        row.addNewTrPr().addNewCantSplit();
        for (int i = 0; i < widths.size(); i++) {
            Kind kind = annex.columns().get(i).kind();
            text(cell(row, widths.get(i)), kind, PrintedAnnex.ofTotal(kind, total), true);
        }
    }

    private void text(CTTc cell, Kind kind, Cell text, boolean bold) {
        STJc.Enum side =
                switch (kind) {
                    case CODE -> STJc.CENTER;
                    case AMOUNT -> STJc.RIGHT;
                    default -> STJc.LEFT;
                };
        for (String each : text.paragraphs()) {
            run(paragraph(cell.addNewP(), side), each, size, bold, false);
        }
        // A cell has a paragraph, even an empty one.
        if (text.isEmpty()) {
            paragraph(cell.addNewP(), side);
        }
    }

    /** A table of fixed widths in millimetres. */
    private static CTTbl table(CTTbl table, List<Integer> widths, boolean bordered) {
        CTTblPr properties = table.addNewTblPr();
        CTTblWidth width = properties.addNewTblW();
        width.setW(twips(widths.stream().mapToInt(Integer::intValue).sum()));
        width.setType(STTblWidth.DXA);
        if (bordered) {
            CTTblBorders borders = properties.addNewTblBorders();
            for (var border : List.of(
                    borders.addNewTop(),
                    borders.addNewLeft(),
                    borders.addNewBottom(),
                    borders.addNewRight(),
                    borders.addNewInsideH(),
                    borders.addNewInsideV())) {
                border.setVal(STBorder.SINGLE);
                border.setSz(BigInteger.valueOf(4));
            }
        }
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblCellMar margins = properties.addNewTblCellMar();
        for (CTTblWidth margin : List.of(margins.addNewLeft(), margins.addNewRight())) {
            margin.setW(twips(1));
            margin.setType(STTblWidth.DXA);
        }
        CTTblGrid grid = table.addNewTblGrid();
        widths.forEach(each -> grid.addNewGridCol().setW(twips(each)));
        return table;
    }

    private static CTTc cell(CTRow row, int width) {
        CTTc cell = row.addNewTc();
        CTTcPr properties = cell.addNewTcPr();
        CTTblWidth wide = properties.addNewTcW();
        wide.setW(twips(width));
        wide.setType(STTblWidth.DXA);
        return cell;
    }

    private static CTP centred(CTTc cell) {
        return centred(cell.addNewP());
    }

    private static CTP centred(CTP paragraph) {
        return paragraph(paragraph, STJc.CENTER);
    }

    private static CTP paragraph(CTP paragraph, STJc.Enum side) {
        paragraph.addNewPPr().addNewJc().setVal(side);
        return paragraph;
    }

    /** Space before and behind a paragraph, in points. */
    private static void space(CTP paragraph, int before, int behind) {
        var spacing = paragraph.getPPr().addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(before * 20L));
        spacing.setAfter(BigInteger.valueOf(behind * 20L));
    }

    private CTP run(CTP paragraph, String text, int halfPoints, boolean bold, boolean italic) {
        CTR run = paragraph.addNewR();
        if (bold || italic || halfPoints != size) {
            CTRPr properties = run.addNewRPr();
            if (bold) {
                properties.addNewB();
            }
            if (italic) {
                properties.addNewI();
            }
            properties.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        }
        run.addNewT().setStringValue(text);
        return paragraph;
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS));
    }
}
