package vn.cchc.feedback.handling;

import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/** Phone numbers in the form in which they are stored and searched: E.164, {@code +84912345678}. */
public final class PhoneNumber {

    private static final Pattern BRACKETS = Pattern.compile("[()]");

    /**
     * {@code +84}, {@code 0084}, or {@code 84} before a complete number, each optionally followed by the domestic
     * prefix 0.
     */
    private static final Pattern OF_VIETNAM =
            Pattern.compile("(?:(?:\\+|00)84\\(?0?\\)?|84\\(?0?\\)?(?=(?:[35789][0-9]{8}|2[0-9]{9})$)|0(?=[^0]))(.*)");

    /** Mobile numbers have nine digits after the 0, those of landlines ten, beginning with a 2. */
    private static final Pattern VALID =
            Pattern.compile("\\+84(?:[35789][0-9]{8}|2[0-9]{9})|\\+(?!84)[1-9][0-9]{7,14}");

    private PhoneNumber() {}

    /**
     * Normalises a number, or part of one, as typed or pasted; invalid input yields a result that is not {@link
     * #isValid}.
     */
    public static String normalised(String written) {
        String code = VietnameseText.code(written);
        var ofVietnam = OF_VIETNAM.matcher(code);
        if (ofVietnam.matches()) {
            code = "+84" + ofVietnam.group(1);
        } else if (code.startsWith("00")) {
            code = "+" + code.substring(2);
        }
        return BRACKETS.matcher(code).replaceAll("");
    }

    /** Whether it is a Vietnamese or an international number. */
    public static boolean isValid(String normalised) {
        return VALID.matcher(normalised).matches();
    }
}
