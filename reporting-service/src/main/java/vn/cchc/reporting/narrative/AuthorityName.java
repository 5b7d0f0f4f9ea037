package vn.cchc.reporting.narrative;

import java.util.List;
import java.util.Locale;

/**
 * Forms of an authority's name in documents. A People's Committee is registered as "UBND xã Thượng Lộ" or "Ủy ban nhân
 * dân xã Thượng Lộ"; any other name is used unchanged.
 */
public record AuthorityName(String registered) {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String SHORT = "UBND ";
    private static final String LONG = "Ủy ban nhân dân ";

    /** "Ủy ban nhân dân xã Thượng Lộ". */
    public String full() {
        return isCommittee() ? LONG + place() : registered;
    }

    /**
     * "UBND HUYỆN NAM ĐÔNG": the superior authority may be abbreviated in a letterhead (Decree 30/2020, Appendix I,
     * II.2).
     */
    public String abbreviatedCapitals() {
        return (isCommittee() ? SHORT + place() : registered).toUpperCase(VIETNAMESE);
    }

    /** "ỦY BAN NHÂN DÂN" and "XÃ THƯỢNG LỘ": the issuing authority is written in full. */
    public List<String> letterhead() {
        return isCommittee()
                ? List.of(LONG.strip().toUpperCase(VIETNAMESE), place().toUpperCase(VIETNAMESE))
                : List.of(registered.toUpperCase(VIETNAMESE));
    }

    /** "UBND xã": the authority's short name for itself in the text. */
    public String self() {
        return isCommittee() ? LONG + place().split(" ", 2)[0] : registered;
    }

    private boolean isCommittee() {
        return startsWith(SHORT) || startsWith(LONG);
    }

    private boolean startsWith(String prefix) {
        return registered.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private String place() {
        return registered.substring(startsWith(LONG) ? LONG.length() : SHORT.length());
    }
}
