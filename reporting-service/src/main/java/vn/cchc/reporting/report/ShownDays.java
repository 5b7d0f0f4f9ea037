package vn.cchc.reporting.report;

/** What the days of reports mean, where an API shows them, beside {@link vn.cchc.platform.calendar.DueDay}. */
final class ShownDays {

    static final String CUT_OFF_CALENDAR = "Version of the table of working days that the cut-off was found with.";

    static final String CUT_OFF_PROVISIONAL =
            "The cut-off rests on a year whose working days are not decided yet; it may move.";

    private ShownDays() {}
}
