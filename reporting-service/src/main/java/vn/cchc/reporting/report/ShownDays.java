package vn.cchc.reporting.report;

/** API descriptions of report days, in addition to {@link vn.cchc.platform.calendar.DueDay}. */
final class ShownDays {

    static final String CUT_OFF_CALENDAR = "Version of the table of working days that the cut-off was found with.";

    static final String CUT_OFF_PROVISIONAL =
            "The cut-off rests on a year whose working days are not decided yet; it may move.";

    private ShownDays() {}
}
