package vn.cchc.feedback.handling;

import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/** Phone numbers, in the one form in which they are kept and searched: {@code +84912345678} (E.164). */
public final class PhoneNumber {

    private static final Pattern BRACKETS = Pattern.compile("[()]");

    /** {@code +84}, {@code 0084}, or {@code 84} before what can only be a whole number, each also with the 0 of a call within the country. */
    private static final Pattern OF_VIETNAM =
            Pattern.compile("(?:(?:\\+|00)84\\(?0?\\)?|84\\(?0?\\)?(?=(?:[35789][0-9]{8}|2[0-9]{9})$)|0(?=[^0]))(.*)");

    /** Mobile numbers have nine digits after the 0, those of landlines ten, beginning with a 2. */
    private static final Pattern VALID =
            Pattern.compile("\\+84(?:[35789][0-9]{8}|2[0-9]{9})|\\+(?!84)[1-9][0-9]{7,14}");

    private PhoneNumber() {}

    /** A number, or part of one, as people write and paste it; what is none comes out as something that is not {@link #isValid}. */
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

    /** Whether it is a number of Vietnam or of another country. */
    public static boolean isValid(String normalised) {
        return VALID.matcher(normalised).matches();
    }
}
