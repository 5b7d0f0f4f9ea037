package vn.cchc.feedback;

import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/** Normalises user-entered text. */
public final class WrittenText {

    /** Control characters except tab and line feed. They include NUL, which PostgreSQL cannot store. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]");

    private WrittenText() {}

    /**
     * Composes to NFC, converts line ends to line feeds, removes other control characters and trims; {@code null} stays
     * {@code null}.
     */
    public static String of(String written) {
        if (written == null) {
            return null;
        }
        String oneLineEnd = written.replace("\r\n", "\n").replace('\r', '\n');
        return VietnameseText.strip(
                VietnameseText.nfc(CONTROL.matcher(oneLineEnd).replaceAll("")));
    }

    /** Normalises to a single line ({@link VietnameseText#line}); {@code null} when nothing visible remains. */
    public static String lineOrNull(String written) {
        return written == null || VietnameseText.isInvisible(written) ? null : VietnameseText.line(written);
    }

    /** As {@link #of}; blank text becomes {@code null}. */
    public static String orNull(String written) {
        String text = of(written);
        return text == null || text.isEmpty() ? null : text;
    }
}
