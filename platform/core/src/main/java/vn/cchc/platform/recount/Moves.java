package vn.cchc.platform.recount;

/**
 * Effect of another table of working days on open due days. Where the due day is unchanged, a move of the last working
 * day before it counts.
 *
 * @param open visited and last computed with another table
 * @param later moved to a later day
 * @param earlier moved to an earlier day
 * @param settled no longer provisional, moved or not
 * @param passedOver could not be computed and keep their day
 */
public record Moves(long open, long later, long earlier, long settled, long passedOver) {

    public static final Moves NONE = new Moves(0, 0, 0, 0, 0);

    /** The result for one due day. */
    public static Moves of(int direction, boolean settles) {
        return new Moves(1, direction > 0 ? 1 : 0, direction < 0 ? 1 : 0, settles ? 1 : 0, 0);
    }

    /** The result for due days that could not be computed. */
    static Moves passedOver(long places) {
        return new Moves(0, 0, 0, 0, places);
    }

    public Moves plus(Moves other) {
        return new Moves(
                open + other.open,
                later + other.later,
                earlier + other.earlier,
                settled + other.settled,
                passedOver + other.passedOver);
    }
}
