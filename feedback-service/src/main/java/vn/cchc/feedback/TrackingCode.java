package vn.cchc.feedback;

import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.cchc.platform.text.VietnameseText;

/**
 * Code by which a sender tracks a feedback: 12 random digits and a check digit by H. M. Damm's algorithm, which detects
 * every single wrong digit and every swap of adjacent digits. It is read out in groups of 4, 3, 3 and 3. It reveals
 * nothing about the feedback and gives no access without the secret.
 *
 * @param digits the 13 digits
 */
public record TrackingCode(String digits) {

    /** Number of digits, including the check digit. */
    public static final int LENGTH = 13;

    /** As it is printed. */
    public static final String PRINTED = "[0-9]{4}-[0-9]{3}-[0-9]{3}-[0-9]{3}";

    public static final int PRINTED_LENGTH = 16;

    /** A code with or without spaces, hyphens and full stops: what clients send. {@link #parse} takes what people paste, too. */
    public static final String TYPED = "[0-9]([ .-]?[0-9]){12}";

    public static final int TYPED_LENGTH = 25;

    /** Of what may be pasted, in characters. */
    static final int LONGEST = 64;

    private static final int RANDOM_DIGITS = 12;
    private static final int[] GROUPS = {4, 3, 3, 3};

    /** The totally anti-symmetric quasigroup of order 10 from Damm's dissertation (Marburg 2004). */
    private static final int[][] QUASIGROUP = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    public TrackingCode {
        if (!wellFormed(digits)) {
            throw new IllegalArgumentException("Not a tracking code");
        }
    }

    /**
     * Draws a new code.
     *
     * @param random must be cryptographically secure
     */
    public static TrackingCode random(RandomGenerator random) {
        StringBuilder digits = new StringBuilder(LENGTH);
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return new TrackingCode(digits.append(checkDigit(digits)).toString());
    }

    /** Parses a code with or without white space, dashes and full stops; empty when it is malformed or longer than {@value #LONGEST}. */
    public static Optional<TrackingCode> parse(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String digits = VietnameseText.code(written);
        return wellFormed(digits) ? Optional.of(new TrackingCode(digits)) : Optional.empty();
    }

    /** The code as it is printed and read out, e.g. {@code 5720-146-923-080}. */
    public String printed() {
        StringBuilder printed = new StringBuilder(LENGTH + GROUPS.length - 1);
        int from = 0;
        for (int group : GROUPS) {
            if (from > 0) {
                printed.append('-');
            }
            printed.append(digits, from, from + group);
            from += group;
        }
        return printed.toString();
    }

    /** Omits the digits, which the generated {@code toString} would write to logs. */
    @Override
    public String toString() {
        return "TrackingCode[…]";
    }

    private static boolean wellFormed(String digits) {
        return digits.length() == LENGTH
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && interim(digits) == 0;
    }

    private static char checkDigit(CharSequence digits) {
        return (char) ('0' + interim(digits));
    }

    private static int interim(CharSequence digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = QUASIGROUP[interim][digits.charAt(i) - '0'];
        }
        return interim;
    }
}
