package vn.cchc.plan.wording;

import io.quarkus.qute.i18n.MessageBundles;
import java.util.Optional;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Severity;

/** Names of cells and severities for people, the same on the page of a review and in the sheet of findings. */
public final class CellText {

    private CellText() {}

    /**
     * The name of a cell as the headings of the annex have it; without its row.
     *
     * @param heading of the column in the file, for a column without another place; empty where it is not known
     */
    public static String name(Cell cell, Optional<String> heading) {
        return cell.column() == CellColumn.TARGET
                ? words().target(cell.area().orElseThrow(), cell.target().orElseThrow())
                : name(cell.column(), heading);
    }

    /**
     * The name of a column or of a part of the header.
     *
     * @param column none of a target, whose name tells where it stands
     */
    public static String name(CellColumn column, Optional<String> heading) {
        CellMessages words = words();
        return switch (column) {
            case CODE -> words.code();
            case TITLE -> words.title();
            case LEAD -> words.lead();
            case COORDINATING -> words.coordinating();
            case PRODUCTS -> words.products();
            case TIMING -> words.timing();
            case AMOUNT -> words.amount();
            case OTHER_CELLS -> words.otherCells(heading.orElse(""));
            case ISSUER -> words.issuer();
            case STATED_TOTAL -> words.statedTotal();
            case TARGET -> throw new IllegalArgumentException("A target is named by its area and place");
        };
    }

    public static String name(Severity severity) {
        return switch (severity) {
            case ERROR -> words().error();
            case WARNING -> words().warning();
            case NOTICE -> words().notice();
        };
    }

    private static CellMessages words() {
        return MessageBundles.get(CellMessages.class);
    }
}
