package vn.cchc.plan.timing;

import java.util.List;
import java.util.stream.IntStream;

/** Why a timing text was left. A hint for whoever mends it: the most specific that is found. */
public enum UnreadReason {
    /** "Như trên": the row before has no timing that could be read. */
    SAME_AS_BEFORE,
    /** "Không trước ngày X", "sau ngày X", "từ ngày X": an earliest day is no deadline. */
    EARLIEST_DAY,
    /** "Khoảng", "dự kiến", "hoặc": no one day. */
    VAGUE,
    /** "31/6", "tháng 13", a year of two digits. */
    NO_SUCH_DAY,
    /** A term in hours that are not whole days, in hours of work, or an hour without its day. */
    HOURS,
    /** A term that no event starts or ends. */
    TERM_WITHOUT_EVENT,
    /** No word that tells a time. */
    NO_TIME,
    /** A time is told, in a wording that no production reads to its end. */
    UNKNOWN_WORDING;

    static UnreadReason of(Tokens tokens) {
        if (isSameAsBefore(tokens)) {
            return SAME_AS_BEFORE;
        }
        if (has(
                        tokens,
                        "khong truoc",
                        "khong som hon",
                        "som nhat",
                        "tro di",
                        "bat dau",
                        "sau ngay",
                        "sau thang",
                        "sau quy",
                        "tu thang",
                        "tu ngay",
                        "tu quy")
                && !has(tokens, "ke tu", "den", "tinh tu")) {
            return EARLIEST_DAY;
        }
        if (has(tokens, "khoang", "du kien", "hoac")) {
            return VAGUE;
        }
        if (hasNoSuchDay(tokens)) {
            return NO_SUCH_DAY;
        }
        if (has(tokens, "gio")) {
            return HOURS;
        }
        if (hasTerm(tokens)) {
            return TERM_WITHOUT_EVENT;
        }
        boolean time = IntStream.range(0, tokens.size()).anyMatch(index -> TimeWords.at(tokens, index));
        return time ? UNKNOWN_WORDING : NO_TIME;
    }

    static boolean isSameAsBefore(Tokens tokens) {
        tokens.reset(0);
        return tokens.readToEnd("nt")
                || tokens.readToEnd("nhu tren")
                || tokens.readToEnd("- nt -")
                || tokens.readToEnd("nt -");
    }

    private static boolean has(Tokens tokens, String... words) {
        return IntStream.range(0, tokens.size())
                .anyMatch(index -> List.of(words).stream().anyMatch(each -> tokens.startsWith(index, each)));
    }

    private static boolean hasNoSuchDay(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token.Kind kind = tokens.get(i).kind();
            tokens.reset(i);
            boolean day =
                    kind != Token.Kind.DATE || new DayForm(2000).read(tokens).isPresent();
            tokens.reset(i);
            boolean month =
                    kind != Token.Kind.MONTH || new PartForm(2000).read(tokens).isPresent();
            if (!day || !month) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTerm(Tokens tokens) {
        TermForm terms = new TermForm();
        for (int i = 0; i < tokens.size(); i++) {
            tokens.reset(i);
            if (terms.read(tokens).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
