package vn.cchc.reporting.report;

/** What the days of reports mean, where an API shows them, beside {@link vn.cchc.platform.calendar.DueDay}. */
final class ShownDays {

    static final String CUT_OFF_CALENDAR = "Version of the table of working days that the cut-off was found with.";

    static final String CUT_OFF_PROVISIONAL =
            "The cut-off rests on a year whose working days are not decided yet; it may move.";

    /** Of a filter. */
    static final String MOVED = "true: another table of working days has moved the due day; false: all others";

    /** Of a filter. */
    static final String PROVISIONAL =
            "true: the due day rests on a year whose working days are not decided yet; false: all others";

    private ShownDays() {}
}
