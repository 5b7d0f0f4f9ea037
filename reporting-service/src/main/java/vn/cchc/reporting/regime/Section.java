package vn.cchc.reporting.regime;

/**
 * A section in the outline of a regime's reports.
 *
 * @param code its name in the API, e.g. {@code II.2}
 * @param label printed number with full stop
 * @param level 1 for "I.", 2 for "1."
 * @param area the area of the plan it covers; null for none
 */
public record Section(String code, String label, String title, int level, Kind kind, Integer area) {

    /** What is proposed as the text of a section. */
    public enum Kind {
        /** Direction of the reform: the plan, overall progress, and the area of direction. */
        DIRECTION,
        /** An introductory sentence to the results by area. */
        RESULTS,
        AREA,
        /** The area of procedures, including feedback (PAKN). */
        PROCEDURES,
        ASSESSMENT,
        /** What falls due next. */
        NEXT,
        PROPOSALS
    }
}
