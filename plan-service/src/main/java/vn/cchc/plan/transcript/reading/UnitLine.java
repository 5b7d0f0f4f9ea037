package vn.cchc.plan.transcript.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Block;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.PrintedDocument.Sheet;
import vn.cchc.platform.printed.PrintedDocument.Table;

/** Lines that name the unit of money of a table: "Đơn vị tính: triệu đồng". */
final class UnitLine {

    private static final Pattern ONLY =
            Pattern.compile("[^\\p{L}\\d]*(?:đvt|đơn vị tính|đơn vị ?(?=:))(?!\\p{L}) ?:?(.*)");

    /** Behind "ĐVT" and the like, up to the end of the clause; or in brackets. */
    private static final Pattern WITHIN = Pattern.compile(
            "(?<!\\p{L})(?:đvt|đơn vị tính|đơn vị ?(?=:)|tính bằng|tính theo)(?!\\p{L}) ?:?([^();]*)|\\(([^()]*)\\)");

    private UnitLine() {}

    /** The unit of a line that names it and nothing else. */
    static Optional<MoneyUnit> in(String line) {
        Matcher only = ONLY.matcher(MoneyUnit.lower(line));
        return only.matches() && MoneyUnit.is(only.group(1)) ? MoneyUnit.in(only.group(1)) : Optional.empty();
    }

    /** The unit that a line names somewhere in it, behind "ĐVT" and the like, or in brackets, or as all it says. */
    static Optional<MoneyUnit> within(String line) {
        if (MoneyUnit.is(line)) {
            return MoneyUnit.in(line);
        }
        Optional<MoneyUnit> named = Optional.empty();
        Matcher within = WITHIN.matcher(MoneyUnit.lower(line));
        while (within.find()) {
            String behind = within.group(1);
            Optional<MoneyUnit> unit = behind != null
                    ? MoneyUnit.in(behind)
                    : Optional.of(within.group(2)).filter(MoneyUnit::is).flatMap(MoneyUnit::in);
            named = agreed(named, unit);
        }
        return named;
    }

    /** The unit that a heading and the line above its table name; unclear where they differ. */
    static Optional<MoneyUnit> agreed(Optional<MoneyUnit> heading, Optional<MoneyUnit> above) {
        if (heading.isEmpty() || above.isEmpty() || above.get() == MoneyUnit.UNCLEAR) {
            return heading.or(() -> above);
        }
        return Optional.of(heading.get() == above.get() ? heading.get() : MoneyUnit.UNCLEAR);
    }

    /** Whether a line or cell names another unit than đồng for the money of a table: none is then in đồng untold. */
    static boolean nameOthers(PrintedDocument document) {
        return document.blocks().stream().anyMatch(UnitLine::namesOther);
    }

    private static boolean namesOther(Block block) {
        if (block instanceof Paragraph paragraph) {
            return isOther(paragraph.text());
        }
        List<Row> rows = block instanceof Table table ? table.rows() : ((Sheet) block).rows();
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> isOther(CellText.of(cell).joined()));
    }

    private static boolean isOther(String text) {
        return within(text).filter(unit -> unit != MoneyUnit.DONG).isPresent();
    }
}
