package vn.cchc.plan.transcript.reading;

import java.util.Set;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.text.VietnameseText;

/**
 * The number, letter or bullet in front of a text, whether typed or automatic.
 *
 * @param depth number of parts, of "1.2.3" 3; 1 for every other kind, 0 without a mark
 * @param code as printed, without a full stop or slash at its end: "1.1", "a)", "IV", "-"; empty without a mark
 * @param rest the text behind it
 */
record Mark(Kind kind, int depth, String code, String rest) {

    /** Kinds of marks. */
    enum Kind {
        ROMAN,
        /** A capital letter. */
        CAPITAL,
        /** A number, or numbers and letters separated by full stops. */
        NUMBER,
        LETTER,
        /** A number with a closing bracket, "1)" or "(1)". */
        BRACKETED,
        DASH,
        PLUS,
        BULLET,
        /** A code of no scheme that is known, in the column of codes. */
        OTHER,
        NONE
    }

    /** Digits of a number that people type in front of a text; a longer one is a year or a figure. */
    private static final int LONGEST_TYPED = 3;
    /** Digits of a number in the column of codes. */
    private static final int LONGEST_NUMBER = 5;

    private static final int LONGEST_CODE = 20;
    /** What stands behind a decimal figure, as against the first word of a text behind its number. */
    private static final Set<String> QUANTITIES = Set.of(
            "%",
            "‰", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "đồng", "km", "km2", "m", "m2", "ha", "kg", "tấn", "lần",
            "điểm", "giờ", "ngày", "tháng", "năm", "GB", "MB", "TB");

    private static final String DASHES = "-‐‑‒–—―−";
    private static final String BULLETS = "*•·●○◦▪■□►➢✓\uF0B7\uF0A7";

    boolean isNumbering() {
        return kind != Kind.NONE && !isBullet();
    }

    boolean isBullet() {
        return kind == Kind.DASH || kind == Kind.PLUS || kind == Kind.BULLET;
    }

    static Mark none(String text) {
        return new Mark(Kind.NONE, 0, "", text);
    }

    static Mark of(Paragraph paragraph) {
        String text = VietnameseText.line(paragraph.text());
        if (paragraph.number() == null) {
            return typed(text);
        }
        Mark automatic = code(paragraph.number());
        return new Mark(automatic.kind, automatic.depth, automatic.code, text);
    }

    /** The mark that people typed in front of a text. */
    static Mark typed(String text) {
        if (text.isEmpty()) {
            return none(text);
        }
        Kind bullet = bullet(text.charAt(0));
        if (bullet != Kind.NONE) {
            String rest = text.substring(1).strip();
            boolean figure = !text.startsWith(" ", 1) && !rest.isEmpty() && Character.isDigit(rest.charAt(0));
            return figure ? none(text) : new Mark(bullet, 1, text.substring(0, 1), rest);
        }
        int end = endOfCode(text);
        if (end == 0) {
            return none(text);
        }
        Mark mark = code(text.substring(0, end));
        return mark.isNumbering()
                ? new Mark(mark.kind, mark.depth, mark.code, text.substring(end).strip())
                : none(text);
    }

    /**
     * Where the code in front of a text ends, with its punctuation; 0 where there is none. Numbers without punctuation are
     * one only in groups ("1.1"), since a text may begin with a figure.
     */
    private static int endOfCode(String text) {
        int blank = text.indexOf(' ');
        int end = blank < 0 ? text.length() : blank;
        String first = text.substring(0, Math.min(end, LONGEST_CODE));
        int closed = closed(first);
        if (closed > 0) {
            return closed;
        }
        boolean groups = end < text.length()
                && first.length() == end
                && first.indexOf('.') > 0
                && first.chars().allMatch(c -> c == '.' || isDigit(c))
                && !hasLongGroup(first)
                && !isQuantity(text.substring(end + 1));
        return groups ? end : 0;
    }

    private static boolean isQuantity(String behind) {
        String[] words = behind.split("[ ,;.]", 3);
        boolean rate = words.length > 1 && words[1].equals("lệ");
        return QUANTITIES.contains(words[0]) && !rate;
    }

    /**
     * Behind the last punctuation of the code that a word begins with: "1.1.Ban" 4, "a)" 2, "I." 2. Only behind digits may the
     * text follow without a blank, and a slash ends but digits and Roman numbers: "V/v" and "B/c" are words.
     */
    private static int closed(String word) {
        int i = word.startsWith("(") ? 1 : 0;
        int last = 0;
        boolean digits = true;
        while (i < word.length()) {
            int from = i;
            while (i < word.length() && isDigit(word.charAt(i))) {
                i++;
            }
            if (i == from) {
                while (i < word.length() && Character.isLetter(word.charAt(i))) {
                    i++;
                }
            }
            String part = word.substring(from, i);
            if (i == word.length() || !isTyped(part) || ".)/".indexOf(word.charAt(i)) < 0) {
                break;
            }
            Kind kind = kind(part);
            boolean slash = word.charAt(i) == '/';
            if (slash && (i + 1 < word.length() || (kind != Kind.NUMBER && kind != Kind.ROMAN))) {
                return 0;
            }
            digits &= kind == Kind.NUMBER;
            i++;
            last = i;
        }
        boolean goesOn = last > 0 && last < word.length();
        return goesOn && (!digits || isDigit(word.charAt(last))) ? 0 : last;
    }

    private static boolean isTyped(String part) {
        return isPart(part) && (part.length() <= LONGEST_TYPED || !isDigit(part.charAt(0)));
    }

    private static boolean hasLongGroup(String groups) {
        int length = 0;
        for (int i = 0; i < groups.length(); i++) {
            length = groups.charAt(i) == '.' ? 0 : length + 1;
            if (length > 2) {
                return true;
            }
        }
        return false;
    }

    /** What a code alone is: of an automatic number, or of the column of codes. */
    static Mark code(String printed) {
        String code = VietnameseText.line(printed);
        if (code.isEmpty()) {
            return none("");
        }
        if (code.length() == 1 && bullet(code.charAt(0)) != Kind.NONE) {
            return new Mark(bullet(code.charAt(0)), 1, code, "");
        }
        int end = code.length();
        while (end > 1 && "./:".indexOf(code.charAt(end - 1)) >= 0) {
            end--;
        }
        String shown = code.substring(0, end).strip();
        String inner = shown.endsWith(")") ? shown.substring(0, shown.length() - 1) : shown;
        inner = inner.startsWith("(") ? inner.substring(1) : inner;
        String[] parts = inner.split("[.,]", -1);
        for (String part : parts) {
            if (!isPart(part.strip())) {
                return none("");
            }
        }
        if (parts.length > 1) {
            return new Mark(Kind.NUMBER, parts.length, shown, "");
        }
        Kind kind = kind(inner.strip());
        return new Mark(kind == Kind.NUMBER && shown.endsWith(")") ? Kind.BRACKETED : kind, 1, shown, "");
    }

    private static boolean isPart(String part) {
        return kind(part) != Kind.NONE;
    }

    private static Kind kind(String part) {
        if (part.isEmpty() || part.length() > 6) {
            return Kind.NONE;
        }
        if (part.length() <= LONGEST_NUMBER && part.chars().allMatch(Mark::isDigit)) {
            return Kind.NUMBER;
        }
        if (part.chars().allMatch(c -> "IVX".indexOf(c) >= 0)) {
            return Kind.ROMAN;
        }
        if (part.length() > 1) {
            return part.chars().allMatch(c -> "ivx".indexOf(c) >= 0) ? Kind.LETTER : Kind.NONE;
        }
        char letter = part.charAt(0);
        if ((letter >= 'A' && letter <= 'Z') || letter == 'Đ') {
            return Kind.CAPITAL;
        }
        return (letter >= 'a' && letter <= 'z') || letter == 'đ' ? Kind.LETTER : Kind.NONE;
    }

    private static Kind bullet(char sign) {
        if (DASHES.indexOf(sign) >= 0) {
            return Kind.DASH;
        }
        if (sign == '+') {
            return Kind.PLUS;
        }
        return BULLETS.indexOf(sign) >= 0 ? Kind.BULLET : Kind.NONE;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
