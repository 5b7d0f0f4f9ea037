package vn.cchc.platform.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks as tests write them down: SpreadsheetML in a ZIP file, with shared strings as Excel writes them. */
public final class Xlsx {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final List<String> formats = new ArrayList<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder sheetParts = new StringBuilder();
    private String properties = "";
    private int count;

    private Xlsx() {}

    public static Xlsx empty() {
        return new Xlsx();
    }

    /** The inside of a row's element: texts and {@link Number}s from the first column on, null for no cell. */
    public String cells(int row, Object... values) {
        StringBuilder cells = new StringBuilder();
        for (int c = 0; c < values.length; c++) {
            String name = letters(c) + row;
            if (values[c] instanceof Number number) {
                cells.append("<c r='%s'><v>%s</v></c>".formatted(name, number));
            } else if (values[c] instanceof String text && text.startsWith("<c")) {
                cells.append(text.replace("<c", "<c r='" + name + "'"));
            } else if (values[c] instanceof String text) {
                strings.add("<t xml:space='preserve'>%s</t>"
                        .formatted(text.replace("&", "&amp;").replace("<", "&lt;")));
                cells.append("<c r='%s' t='s'><v>%s</v></c>".formatted(name, strings.size() - 1));
            }
        }
        return cells.toString();
    }

    /** The element of a row. */
    public String row(int row, Object... values) {
        return "<row r='%s'>%s</row>".formatted(row, cells(row, values));
    }

    /** A number with a format of its own. */
    public String number(Object value, String format) {
        return "<c s='%s'><v>%s</v></c>".formatted(style(format), value);
    }

    /** The position of a style with this format. */
    public int style(String format) {
        if (!formats.contains(format)) {
            formats.add(format);
        }
        return formats.indexOf(format) + 1;
    }

    /** Refers to a shared string as rich text: what stands within an si element. */
    public String rich(String runs) {
        strings.add(runs);
        return "<c t='s'><v>%s</v></c>".formatted(strings.size() - 1);
    }

    public Xlsx sheet(String name, String... rows) {
        return sheetWith(name, "", "", "", rows);
    }

    /**
     * Adds a sheet.
     *
     * @param state attribute of the sheet in the workbook, or empty
     * @param before elements before its rows
     * @param behind elements behind them
     */
    public Xlsx sheetWith(String name, String state, String before, String behind, String... rows) {
        count++;
        sheets.append("<sheet name='%s' sheetId='%s' %s r:id='rId%s'/>".formatted(name, count, state, count));
        sheetParts.append("<Relationship Id='rId%s' Type='%s/worksheet' Target='worksheets/sheet%s.xml'/>"
                .formatted(count, RELATIONSHIPS, count));
        return part(
                "xl/worksheets/sheet" + count + ".xml",
                "%s<worksheet xmlns='%s' xmlns:r='%s'>%s<sheetData>%s</sheetData>%s</worksheet>"
                        .formatted(HEAD, MAIN, RELATIONSHIPS, before, String.join("", rows), behind));
    }

    public Xlsx from1904() {
        properties = "<workbookPr date1904='1'/>";
        return this;
    }

    public Xlsx part(String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /**
     * Adds comments to a sheet.
     *
     * @param sheet its number, from 1
     * @param comments a cell and what stands within the text of its comment, in turn
     */
    public Xlsx comments(int sheet, String... comments) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < comments.length; i += 2) {
            list.append(
                    "<comment ref='%s' authorId='0'><text>%s</text></comment>".formatted(comments[i], comments[i + 1]));
        }
        return part(
                        "xl/comments" + sheet + ".xml",
                        "%s<comments xmlns='%s'><authors><author>A</author></authors><commentList>%s</commentList></comments>"
                                .formatted(HEAD, MAIN, list))
                .part(
                        "xl/worksheets/_rels/sheet" + sheet + ".xml.rels",
                        relationships("<Relationship Id='rId1' Type='%s/comments' Target='../comments%s.xml'/>"
                                .formatted(RELATIONSHIPS, sheet)));
    }

    public static String merges(String... areas) {
        StringBuilder merges = new StringBuilder("<mergeCells>");
        for (String area : areas) {
            merges.append("<mergeCell ref='").append(area).append("'/>");
        }
        return merges.append("</mergeCells>").toString();
    }

    public static String types(String workbook) {
        return "%s<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>".formatted(HEAD)
                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<Default Extension='xml' ContentType='application/xml'/>"
                + "<Override PartName='/xl/workbook.xml' ContentType='%s'/></Types>".formatted(workbook);
    }

    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        put(all, "[Content_Types].xml", types(MEDIA_TYPE + ".main+xml"));
        put(
                all,
                "_rels/.rels",
                relationships("<Relationship Id='rId1' Type='%s/officeDocument' Target='xl/workbook.xml'/>"
                        .formatted(RELATIONSHIPS)));
        put(
                all,
                "xl/workbook.xml",
                "%s<workbook xmlns='%s' xmlns:r='%s'>%s<sheets>%s</sheets></workbook>"
                        .formatted(HEAD, MAIN, RELATIONSHIPS, properties, sheets));
        put(
                all,
                "xl/_rels/workbook.xml.rels",
                relationships(sheetParts
                        + "<Relationship Id='rIdA' Type='%1$s/sharedStrings' Target='sharedStrings.xml'/>"
                                .formatted(RELATIONSHIPS)
                        + "<Relationship Id='rIdB' Type='%1$s/styles' Target='styles.xml'/>".formatted(RELATIONSHIPS)));
        StringBuilder texts = new StringBuilder();
        strings.forEach(text -> texts.append("<si>").append(text).append("</si>"));
        put(all, "xl/sharedStrings.xml", "%s<sst xmlns='%s'>%s</sst>".formatted(HEAD, MAIN, texts));
        put(all, "xl/styles.xml", styles());
        all.putAll(parts);
        return zip(all);
    }

    private String styles() {
        StringBuilder codes = new StringBuilder();
        StringBuilder styles = new StringBuilder("<xf numFmtId='0'/>");
        for (int i = 0; i < formats.size(); i++) {
            boolean builtIn = formats.get(i).matches("\\d+!");
            int id = builtIn ? Integer.parseInt(formats.get(i).replace("!", "")) : 164 + i;
            if (!builtIn) {
                codes.append("<numFmt numFmtId='%s' formatCode='%s'/>"
                        .formatted(id, formats.get(i).replace("\"", "&quot;")));
            }
            styles.append("<xf numFmtId='").append(id).append("'/>");
        }
        return "%s<styleSheet xmlns='%s'><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
                        .formatted(HEAD, MAIN, codes)
                + "<cellXfs>%s</cellXfs></styleSheet>".formatted(styles);
    }

    private static String relationships(String inside) {
        return "%s<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>%s</Relationships>"
                .formatted(HEAD, inside);
    }

    private static void put(Map<String, byte[]> all, String name, String content) {
        all.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public Path write(Path folder) {
        try {
            return Files.write(folder.resolve("plan.xlsx"), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The letters of a column, from 0: "A", "Z", "AA". */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
