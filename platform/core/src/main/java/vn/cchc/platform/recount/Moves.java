package vn.cchc.platform.recount;

/**
 * What another table of working days does to open due days. Where a due day stays, the last working day before it counts: the day
 * to have it done by.
 *
 * @param open    those that were looked at and had been counted with another table
 * @param later   those that move to a later day
 * @param earlier those that move to an earlier one
 * @param settled those that are provisional no more, moved or not
 * @param passedOver those that could not be counted: they keep the day that they have
 */
public record Moves(long open, long later, long earlier, long settled, long passedOver) {

    public static final Moves NONE = new Moves(0, 0, 0, 0, 0);

    /** Of one due day that was looked at. */
    public static Moves of(int direction, boolean settles) {
        return new Moves(1, direction > 0 ? 1 : 0, direction < 0 ? 1 : 0, settles ? 1 : 0, 0);
    }

    /** Of so many that could not be counted. */
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
