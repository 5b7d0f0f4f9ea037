package vn.cchc.plan.transcript;

import java.util.ArrayList;
import java.util.List;
import vn.cchc.plan.RealPlan;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.platform.testing.Xlsx;

/** The annex of the commune's plan of 2021 as offices keep it in a table: its title, a heading, 103 rows, the total. */
public final class RealPlanSheets {

    private static final List<String> TITLE = List.of(
            "PHỤ LỤC", "(Ban hành kèm theo Kế hoạch số 57/KH-UBND ngày 24 tháng 12 năm 2020 của UBND xã Thượng Lộ)");

    private static final List<Object> HEADING = List.of(
            "TT",
            "Nhiệm vụ cụ thể",
            "Bộ phận chủ trì",
            "Bộ phận phối hợp",
            "Sản phẩm kiểm chứng",
            "Thời gian thực hiện",
            "Kinh phí thực hiện (đồng)");

    private RealPlanSheets() {}

    /** Codes of two numbers as numbers, money as numbers with a format. */
    static byte[] xlsx() {
        Xlsx file = Xlsx.empty();
        List<String> rows = new ArrayList<>();
        TITLE.forEach(line -> rows.add(file.row(rows.size() + 1, line)));
        rows.add(file.row(4, HEADING.toArray()));
        int number = 5;
        for (PlanDocument.Row row : RealPlan.document().annex()) {
            Object code = row.code() != null && row.code().matches("\\d(\\.[1-9])?")
                    ? file.number(row.code(), "General")
                    : row.code();
            rows.add(file.row(
                    number++,
                    code,
                    row.title(),
                    row.lead(),
                    lines(row.coordinating()),
                    lines(row.products()),
                    row.timing(),
                    row.amount() == null ? null : file.number(row.amount(), "#,##0")));
        }
        rows.add(file.row(number, "Tổng cộng", null, null, null, null, null, file.number(34_900_000, "#,##0")));
        return file.sheetWith(
                        "Phụ lục",
                        "",
                        "",
                        Xlsx.merges("A1:G1", "A2:G2", "A" + number + ":F" + number),
                        rows.toArray(String[]::new))
                .bytes();
    }

    /** With quotes around what has separators or lines. */
    static String csv(char separator) {
        StringBuilder csv = new StringBuilder();
        TITLE.forEach(line -> append(csv, separator, List.of(line)));
        append(csv, separator, HEADING);
        for (PlanDocument.Row row : RealPlan.document().annex()) {
            List<Object> cells = new ArrayList<>();
            cells.add(row.code());
            cells.add(row.title());
            cells.add(row.lead());
            cells.add(lines(row.coordinating()));
            cells.add(lines(row.products()));
            cells.add(row.timing());
            cells.add(
                    row.amount() == null ? null : "%,d".formatted(row.amount()).replace(',', '.'));
            append(csv, separator, cells);
        }
        append(csv, separator, List.of("Tổng cộng", "", "", "", "", "", "34.900.000"));
        return csv.toString();
    }

    private static void append(StringBuilder csv, char separator, List<Object> cells) {
        List<String> fields = cells.stream()
                .map(cell -> cell == null ? "" : cell.toString())
                .map(text -> text.indexOf(separator) >= 0 || text.contains("\n") || text.contains("\"")
                        ? "\"" + text.replace("\"", "\"\"") + "\""
                        : text)
                .toList();
        csv.append(String.join(String.valueOf(separator), fields)).append("\r\n");
    }

    private static String lines(List<String> entries) {
        return entries == null || entries.isEmpty() ? null : String.join("\n", entries);
    }
}
