package vn.cchc.feedback.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/** Forms of the name of an issuing authority. A people's committee is registered as "UBND xã …" and written in full. */
public record IssuerName(String registered) {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String SHORT = "UBND ";
    private static final String LONG = "Ủy ban nhân dân ";
    private static final Pattern LEVEL = Pattern.compile(
            "(?:xã|phường|thị trấn|đặc khu|thị xã|quận|huyện|thành phố|tỉnh) (.+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    public IssuerName {
        registered = VietnameseText.nfc(registered);
    }

    /** "Ủy ban nhân dân xã Tiên Hưng". */
    public String full() {
        return isCommittee() ? LONG + area() : registered;
    }

    /** In capitals; of a people's committee in two lines. */
    public List<String> letterhead() {
        return isCommittee()
                ? List.of(LONG.strip().toUpperCase(VIETNAMESE), area().toUpperCase(VIETNAMESE))
                : List.of(registered.toUpperCase(VIETNAMESE));
    }

    /** "TM. ỦY BAN NHÂN DÂN"; empty for others, whose head signs in the own name (Decree 30/2020, Appendix I, II.7). */
    public Optional<String> onBehalf() {
        return isCommittee() ? Optional.of("TM. ỦY BAN NHÂN DÂN") : Optional.empty();
    }

    /** The office of the head. */
    public String head() {
        return isCommittee() ? "CHỦ TỊCH" : "THỦ TRƯỞNG CƠ QUAN";
    }

    /** "Tiên Hưng": where its documents are signed, unless told otherwise. */
    public String place() {
        String area = isCommittee() ? area() : registered;
        Matcher named = LEVEL.matcher(area);
        return named.matches() ? named.group(1) : area;
    }

    private boolean isCommittee() {
        return startsWith(SHORT) || startsWith(LONG);
    }

    private boolean startsWith(String prefix) {
        return registered.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private String area() {
        return registered.substring(startsWith(LONG) ? LONG.length() : SHORT.length());
    }
}
