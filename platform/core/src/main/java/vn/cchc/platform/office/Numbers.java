package vn.cchc.platform.office;

/** Numbers of attributes, which may be anything. */
public final class Numbers {

    /** Digits of a number that a long holds. */
    private static final int MOST_DIGITS = 18;

    private Numbers() {}

    /** The number, or the nearest within these bounds; {@code otherwise} for null and for what is no number. */
    public static int within(String printed, int least, int most, int otherwise) {
        String number = printed == null ? "" : printed.strip();
        boolean negative = number.startsWith("-");
        String digits = negative || number.startsWith("+") ? number.substring(1) : number;
        if (digits.isEmpty() || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return otherwise;
        }
        if (digits.length() > MOST_DIGITS) {
            return negative ? least : most;
        }
        long value = negative ? -Long.parseLong(digits) : Long.parseLong(digits);
        return (int) Math.max(least, Math.min(most, value));
    }
}
