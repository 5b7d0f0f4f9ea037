package vn.cchc.platform.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.cchc.platform.office.OfficePackage;
import vn.cchc.platform.office.XmlPart;
import vn.cchc.platform.printed.Budget;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Block;
import vn.cchc.platform.printed.PrintedDocument.Omission;
import vn.cchc.platform.printed.PrintedDocument.Remark;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;
import vn.cchc.platform.text.VietnameseText;

/**
 * Reads workbooks of Excel: SpreadsheetML (ECMA-376 part 1, 18), transitional and strict. What a filter or a
 * condition changes is no content; comments on cells and the texts of headers and footers of pages are omissions; formulas are read by their stored values. What a workbook costs is bounded by
 * {@link Limit}: nothing is kept but cells with text, shared strings and formats.
 */
public final class Workbook {

    /** Characters of a header or footer; Excel takes 255. */
    private static final int LONGEST_MARGIN = 300;

    /** A sheet as the workbook lists it (18.2.19). */
    private record Listed(String name, boolean hidden, String relationship) {}

    /** What the main part states of all sheets. */
    private record Contents(List<Listed> sheets, boolean from1904) {}

    private final OfficePackage parts;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Omission> omissions = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    /** Texts of the headers and footers of pages: each is listed once, though all sheets have it. */
    private final Set<String> margins = new HashSet<>();

    private int furtherComments;

    private Workbook(OfficePackage parts) {
        this.parts = parts;
    }

    /**
     * Reads the sheets with text, in the order of their tabs. Hidden ones, rows and columns are read and remarked on.
     *
     * @throws UnreadableFile for one that is damaged, or larger than is read
     * @throws java.io.UncheckedIOException where the file cannot be read from disk
     */
    public static PrintedDocument read(OfficePackage parts) {
        return new Workbook(parts).read();
    }

    private PrintedDocument read() {
        Contents contents = parts.document(Workbook::contents);
        SharedStrings strings = parts.related("sharedStrings", SharedStrings::read, SharedStrings.NONE);
        CellFormats formats = parts.related("styles", CellFormats::read, CellFormats.NONE);
        Budget budget = new Budget();
        for (Listed listed : contents.sheets()) {
            SheetContent content = parts.sheet(
                    listed.relationship(),
                    xml -> new SheetReader(xml, strings, formats, contents.from1904(), budget).read(),
                    null);
            CellComments comments =
                    parts.relatedToSheet(listed.relationship(), "comments", CellComments::read, CellComments.NONE);
            if (content == null) {
                omissions.add(new Omission(Omission.Kind.DRAWING, listed.name(), Math.max(0, blocks.size() - 1)));
            } else {
                add(listed, content, comments);
            }
        }
        return new PrintedDocument(blocks, omissions, furtherComments, remarks);
    }

    private void add(Listed listed, SheetContent content, CellComments comments) {
        int block = blocks.size();
        int beside = content.rows().isEmpty() ? Math.max(0, block - 1) : block;
        comments.texts().forEach(text -> omissions.add(new Omission(Omission.Kind.COMMENT, text, beside)));
        furtherComments += comments.further();
        if (content.drawing()) {
            omissions.add(new Omission(Omission.Kind.DRAWING, "", beside));
        }
        content.margins().stream()
                .filter(text -> !VietnameseText.isInvisible(text) && margins.add(text))
                .forEach(text -> omissions.add(new Omission(Omission.Kind.PAGE_MARGIN, shortened(text), beside)));
        if (content.rows().isEmpty()) {
            return;
        }
        blocks.add(new PrintedDocument.Sheet(listed.name(), content.rows()));
        if (listed.hidden()) {
            remarks.add(new Remark(Remark.Kind.HIDDEN_SHEET, listed.name(), block, 0));
        }
        content.covered().forEach(text -> omissions.add(new Omission(Omission.Kind.HIDDEN_TEXT, text, block)));
        content.remarks().forEach(each -> remarks.add(new Remark(each.kind(), each.text(), block, each.row())));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_MARGIN));
    }

    private static Contents contents(XmlPart xml) {
        List<Listed> sheets = new ArrayList<>();
        boolean from1904 = false;
        if (!xml.next() || !xml.name().equals("workbook")) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        while (xml.next()) {
            if (xml.isStart() && xml.name().equals("workbookPr")) {
                from1904 = SheetReader.isOn(xml.value("date1904"));
            } else if (xml.isStart() && xml.name().equals("sheet")) {
                Limit.SHEETS.check(sheets.size() + 1);
                String state = xml.value("state");
                String name = xml.value("name");
                sheets.add(new Listed(
                        name == null ? "" : name,
                        "hidden".equals(state) || "veryHidden".equals(state),
                        xml.relationship()));
            }
        }
        if (sheets.isEmpty()) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        return new Contents(sheets, from1904);
    }
}
