package vn.cchc.plan.transcript.reading;

import java.util.Optional;
import vn.cchc.plan.transcript.reading.AnnexColumns.Column;

/** A table of the annex with those that go on with it: one heading, one tree of codes, one unit of money. */
final class AnnexPart {

    final AnnexColumns columns;
    final RowTree tree = new RowTree();
    final Optional<MoneyUnit> unit;
    /** The area that the last row belongs to; empty before the first. */
    String area = "";

    /** @param above unit that a line above the table names */
    AnnexPart(AnnexColumns columns, Optional<MoneyUnit> above) {
        this.columns = columns;
        this.unit = UnitLine.agreed(column(ColumnRole.AMOUNT).flatMap(column -> MoneyUnit.in(column.heading())), above);
    }

    boolean has(ColumnRole role) {
        return column(role).isPresent();
    }

    /** Heading of the column as printed; null where there is none. */
    String heading(ColumnRole role) {
        return column(role).map(Column::heading).orElse(null);
    }

    private Optional<Column> column(ColumnRole role) {
        return columns.columns().stream()
                .filter(column -> column.role() == role)
                .findFirst();
    }
}
