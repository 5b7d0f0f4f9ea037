package vn.cchc.platform.calendar;

/** A day was asked for in a year whose holidays are not known. Nothing is guessed: the table must be extended first. */
public class YearWithoutTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int year;
    private final String tableVersion;

    YearWithoutTable(int year, CalendarTable table) {
        super("No working days are known for " + year + ": table " + table.version() + " covers " + table.span());
        this.year = year;
        this.tableVersion = table.version();
    }

    public int year() {
        return year;
    }

    public String tableVersion() {
        return tableVersion;
    }
}
