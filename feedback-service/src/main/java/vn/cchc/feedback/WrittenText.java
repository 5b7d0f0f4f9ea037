package vn.cchc.feedback;

import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/** How text that people typed is taken in. */
public final class WrittenText {

    /** Control characters but for tab and line feed; among them NUL, which PostgreSQL cannot hold. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]");

    private WrittenText() {}

    /** Composed (NFC), with line feeds alone as line ends, without other control characters, trimmed; {@code null} stays. */
    public static String of(String written) {
        if (written == null) {
            return null;
        }
        String oneLineEnd = written.replace("\r\n", "\n").replace('\r', '\n');
        return VietnameseText.strip(
                VietnameseText.nfc(CONTROL.matcher(oneLineEnd).replaceAll("")));
    }

    /** One line of it ({@link VietnameseText#line}); what shows nothing counts as not given. */
    public static String lineOrNull(String written) {
        return written == null || VietnameseText.isInvisible(written) ? null : VietnameseText.line(written);
    }

    /** As {@link #of}, but what is blank counts as not given. */
    public static String orNull(String written) {
        String text = of(written);
        return text == null || text.isEmpty() ? null : text;
    }
}
