package vn.cchc.reporting.document;

import java.util.Set;
import java.util.SortedSet;
import vn.cchc.platform.document.FallbackFont;
import vn.cchc.platform.document.PrintableText;

/**
 * A document as HTML in which every character is printable ({@link PrintableText}).
 *
 * @param fonts fallback fonts needed
 * @param unprintable code points that were replaced
 */
public record PrintablePage(String html, Set<FallbackFont> fonts, SortedSet<Integer> unprintable) {

    /** @param html composed (NFC) */
    static PrintablePage of(String html) {
        PrintableText printable = PrintableText.of(html);
        return new PrintablePage(printable.text(), printable.fonts(), printable.unprintable());
    }
}
