package vn.cchc.platform.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.cchc.platform.office.Numbers;
import vn.cchc.platform.office.XmlPart;
import vn.cchc.platform.printed.Limit;

/** How cells show their numbers: by the position of their style (ECMA-376 part 1, 18.8.10, 18.8.30). */
final class CellFormats {

    static final CellFormats NONE = new CellFormats(List.of());

    /** Formats that no file states (18.8.30), as far as they show more than the number itself. */
    private static final Map<Integer, String> BUILT_IN = Map.ofEntries(
            Map.entry(1, "0"),
            Map.entry(2, "0.00"),
            Map.entry(3, "#,##0"),
            Map.entry(4, "#,##0.00"),
            Map.entry(9, "0%"),
            Map.entry(10, "0.00%"),
            Map.entry(14, "dd/mm/yyyy"),
            Map.entry(15, "dd/mm/yyyy"),
            Map.entry(16, "dd/mm"),
            Map.entry(17, "mm/yyyy"),
            Map.entry(18, "h:mm"),
            Map.entry(19, "h:mm:ss"),
            Map.entry(20, "h:mm"),
            Map.entry(21, "h:mm:ss"),
            Map.entry(22, "dd/mm/yyyy h:mm"),
            Map.entry(37, "#,##0;(#,##0)"),
            Map.entry(38, "#,##0;(#,##0)"),
            Map.entry(39, "#,##0.00;(#,##0.00)"),
            Map.entry(40, "#,##0.00;(#,##0.00)"),
            Map.entry(41, "#,##0;(#,##0);\"-\""),
            Map.entry(42, "#,##0;(#,##0);\"-\""),
            Map.entry(43, "#,##0.00;(#,##0.00);\"-\""),
            Map.entry(44, "#,##0.00;(#,##0.00);\"-\""));

    private final List<DisplayFormat> formats;

    private CellFormats(List<DisplayFormat> formats) {
        this.formats = formats;
    }

    static CellFormats read(XmlPart xml) {
        Map<Integer, String> codes = new HashMap<>(BUILT_IN);
        Map<Integer, DisplayFormat> read = new HashMap<>();
        List<DisplayFormat> formats = new ArrayList<>();
        boolean ofCells = false;
        while (xml.next()) {
            switch (xml.name()) {
                case "numFmt" -> {
                    if (xml.isStart() && xml.value("formatCode") != null) {
                        Limit.FORMATS.check(codes.size());
                        codes.put(id(xml), xml.value("formatCode"));
                    }
                }
                // Formats of differences have their own definitions.
                case "dxfs" -> {
                    if (xml.isStart()) {
                        xml.skip();
                    }
                }
                case "cellXfs" -> ofCells = xml.isStart();
                case "xf" -> {
                    if (ofCells && xml.isStart()) {
                        Limit.FORMATS.check(formats.size() + 1);
                        formats.add(read.computeIfAbsent(
                                id(xml), id -> DisplayFormat.of(codes.getOrDefault(id, "General"))));
                    }
                }
                default -> {}
            }
        }
        return new CellFormats(formats);
    }

    private static int id(XmlPart xml) {
        return Numbers.within(xml.value("numFmtId"), 0, Integer.MAX_VALUE, 0);
    }

    /** Of a cell with this style; that of numbers as they are where there is none. */
    DisplayFormat of(int style) {
        return style < formats.size() ? formats.get(style) : DisplayFormat.GENERAL;
    }
}
