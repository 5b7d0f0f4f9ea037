package vn.cchc.platform.http;

/** The page size (AIP-158: optional, coerced down when too large, an error when not positive). */
public final class PageLimit {

    public static final int DEFAULT = 50;
    public static final int LARGEST = 200;

    private PageLimit() {}

    /**
     * The effective limit.
     *
     * @param wanted the parameter {@code limit}, or null
     * @throws Problem 400 when it is not positive
     */
    public static int of(Integer wanted) {
        if (wanted == null) {
            return DEFAULT;
        }
        if (wanted < 1) {
            throw Problem.malformedParameter("limit", "Phải lớn hơn 0.", "Must be greater than 0.");
        }
        return Math.min(wanted, LARGEST);
    }
}
