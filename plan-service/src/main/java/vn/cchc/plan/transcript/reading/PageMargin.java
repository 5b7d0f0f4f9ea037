package vn.cchc.plan.transcript.reading;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Stream;

/**
 * Headers and footers of pages: most repeat the number of the plan or its title, and number the pages. That is in the document, or no
 * content of the plan.
 */
final class PageMargin {

    /** Words between the parts of a head, and about the number of a page. */
    private static final Set<String> OF_EACH_PAGE =
            Set.of("ke", "hoach", "so", "ngay", "cua", "trang", "tr", "page", "of", "tren");

    private PageMargin() {}

    /** Whether a text has words beside those of the head and the number of the page. */
    static boolean saysMore(String text, Head head) {
        String rest = " " + Words.of(text) + " ";
        for (String known : known(head).toList()) {
            rest = rest.replace(" " + known + " ", " ");
        }
        StringTokenizer words = new StringTokenizer(rest, " ");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (!OF_EACH_PAGE.contains(word) && !word.chars().allMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }

    /** The longest first: the title may contain a part of the others. */
    private static Stream<String> known(Head head) {
        return Stream.of(head.title(), inFull(head.issuer()), head.issuer(), head.number())
                .filter(Objects::nonNull)
                .map(Words::of)
                .filter(words -> !words.isEmpty());
    }

    private static String inFull(String issuer) {
        return issuer == null || !issuer.toUpperCase(Locale.ROOT).startsWith("UBND ")
                ? null
                : "Ủy ban nhân dân " + issuer.substring("UBND ".length());
    }
}
