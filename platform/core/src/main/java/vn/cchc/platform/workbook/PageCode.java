package vn.cchc.platform.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/** The code of a page's header or footer (ECMA-376 part 1, 18.3.1.46): texts of three places, fonts, and fields such as the number. */
final class PageCode {

    private static final Pattern CODE =
            Pattern.compile("&(?:\"[^\"]*\"|K(?:[0-9A-Fa-f]{6}|\\d\\d[+-]\\d{3})|\\d{1,3}|[A-Za-z&])");

    private PageCode() {}

    /** Its text in one line, without fields. */
    static String text(String code) {
        return VietnameseText.line(CODE.matcher(code)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group()) {
                            case "&L", "&C", "&R" -> " ";
                            case "&&" -> "&";
                            default -> "";
                        })));
    }
}
