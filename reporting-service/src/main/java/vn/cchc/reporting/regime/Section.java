package vn.cchc.reporting.regime;

/**
 * A section of the outline of a regime's reports.
 *
 * @param code its name in the API, e.g. {@code II.2}
 * @param label its number as printed, with the full stop
 * @param level 1 for "I.", 2 for "1."
 * @param area the area of the plan it tells of; null for none
 */
public record Section(String code, String label, String title, int level, Kind kind, Integer area) {

    /** What is proposed for a section. */
    public enum Kind {
        /** Direction of the reform: the plan, progress at large, and the area of direction. */
        DIRECTION,
        /** An opening sentence over the results by area. */
        RESULTS,
        AREA,
        /** The area of procedures, to which feedback (PAKN) belongs. */
        PROCEDURES,
        ASSESSMENT,
        /** What falls due next. */
        NEXT,
        PROPOSALS
    }
}
