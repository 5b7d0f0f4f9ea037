package vn.cchc.plan.transcript.word;

import java.util.Locale;

/**
 * How a number of a list is written (ST_NumberFormat, ECMA-376 part 1, 17.18.59). Formats that Vietnamese documents do not use are
 * written as decimals.
 */
enum NumberFormat {
    DECIMAL,
    DECIMAL_ZERO,
    UPPER_ROMAN,
    LOWER_ROMAN,
    UPPER_LETTER,
    LOWER_LETTER,
    BULLET,
    NONE;

    /** The greatest number that Word counts to. */
    static final int MOST = 32_767;

    private static final int LETTERS = 26;
    /** After thirty times the same letter Word begins again with one. */
    private static final int LETTER_ROUND = 30 * LETTERS;

    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    /**
     * @param name as in w:numFmt; null for none
     * @param custom the pattern of a custom format, "01, 02, 03, ..." for instance; null for none
     */
    static NumberFormat of(String name, String custom) {
        return switch (name == null ? "decimal" : name) {
            case "decimalZero" -> DECIMAL_ZERO;
            case "upperRoman" -> UPPER_ROMAN;
            case "lowerRoman" -> LOWER_ROMAN;
            case "upperLetter" -> UPPER_LETTER;
            case "lowerLetter" -> LOWER_LETTER;
            case "bullet" -> BULLET;
            case "none" -> NONE;
            case "custom" -> custom != null && custom.startsWith("01,") ? DECIMAL_ZERO : DECIMAL;
            default -> DECIMAL;
        };
    }

    /** The format of this level's number within a legal number. */
    NumberFormat legal() {
        return this == BULLET || this == NONE ? this : DECIMAL;
    }

    /** At most forty characters for numbers up to {@link #MOST}. */
    String write(int number) {
        return switch (this) {
            case DECIMAL -> Integer.toString(number);
            case DECIMAL_ZERO -> number < 10 ? "0" + number : Integer.toString(number);
            case UPPER_ROMAN -> roman(number);
            case LOWER_ROMAN -> roman(number).toLowerCase(Locale.ROOT);
            case UPPER_LETTER -> letters(number, 'A');
            case LOWER_LETTER -> letters(number, 'a');
            case BULLET, NONE -> "";
        };
    }

    private static String roman(int number) {
        if (number < 1) {
            return Integer.toString(number);
        }
        StringBuilder roman = new StringBuilder();
        int rest = Math.min(number, MOST);
        for (int i = 0; i < ROMAN.length; i++) {
            while (rest >= ROMAN_VALUES[i]) {
                roman.append(ROMAN[i]);
                rest -= ROMAN_VALUES[i];
            }
        }
        return roman.toString();
    }

    private static String letters(int number, char first) {
        if (number < 1) {
            return Integer.toString(number);
        }
        int place = (number - 1) % LETTER_ROUND;
        return Character.toString(first + place % LETTERS).repeat(place / LETTERS + 1);
    }
}
