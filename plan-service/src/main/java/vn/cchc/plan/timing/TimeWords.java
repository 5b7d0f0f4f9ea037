package vn.cchc.plan.timing;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that tell a time. Compared without diacritics, so that a slip of the pen is still a word of time; what is
 * {@link OtherWords another word} or stands in a fixed expression ("Việt Nam", "một cửa") is not.
 */
final class TimeWords {

    private static final Set<String> WORDS = Set.of(
            "thang", "quy", "nam", "tuan", "ngay", "hang", "moi", "ky", "gio", "phut", "lan", "tet", "thu", "hom",
            "nay", "mai", "sang", "chieu", "dip", "cuoi", "dau", "giua", "han", "am", "al", "ram", "mung", "mong",
            "truoc", "tx");

    /** Without diacritics most often other words, in a text that has them. */
    private static final Set<String> RARELY_TIME = Set.of("lan", "thu", "sang", "mong");

    /** Expressions, by their first word, that are none of time. */
    private static final Map<String, Set<String>> EXPRESSIONS = byFirstWord(
            "quy dinh",
            "quy che",
            "quy trinh",
            "quy mo",
            "quy hoach",
            "quy uoc",
            "quy pham",
            "quy cach",
            "quy tac",
            "dau tu",
            "dau mối",
            "dau ra",
            "dau thau",
            "hang hoa",
            "ky hop",
            "ky thi",
            "ky niem",
            "ky luat",
            "ky thuat",
            "ky nang",
            "mot cua",
            "mot so",
            "mot phan",
            "ba cong",
            "hai cap",
            "moi truong");

    /** Of two syllables, of which a label must not take the first alone: "<em>Bắt đầu</em> tháng 3", "số liệu <em>tính đến</em> 14/6". */
    private static final Map<String, Set<String>> INSEPARABLE = byFirstWord(
            "bat dau",
            "khoi dau",
            "mo dau",
            "ban dau",
            "dot dau",
            "dot giua",
            "lan dau",
            "phien dau",
            "buoi dau",
            "vong dau",
            "buoc dau",
            "thoi han",
            "gia han",
            "tinh den",
            "tinh toi",
            "tinh tu");

    /** Spelled as printed: without diacritics most are other words. */
    private static final Set<String> NUMBERS = Set.of(
            "một", "mot", "hai", "ba", "bốn", "bon", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "muoi", "mươi",
            "mốt", "lăm", "nửa", "rưỡi");

    /** But for those that are words: "vi phạm", "xi măng". */
    private static final Set<String> ROMAN = Set.of("i", "ii", "iii", "iv", "vii", "viii", "ix", "xii");

    private static final Map<String, Set<String>> PAIRS = byFirstWord(
            "thuong xuyen",
            "thuong ky",
            "chu nhat",
            "giai doan",
            "cham nhat",
            "muon nhat",
            "khong qua",
            "hien nay",
            "lien tuc",
            "xuyen suot",
            "it nhat",
            "toi thieu",
            "toi da",
            "som nhat",
            "duong lich",
            "nhu tren",
            "a . l",
            "giỗ to");

    private static final Map<String, Set<String>> NAMES =
            byLastWord("viet nam", "mien nam", "ngan hang", "qua han", "dung han", "quyen han");

    /** "15/12". */
    private static final int LONGEST_WITHOUT_YEAR = 5;

    private TimeWords() {}

    private static Map<String, Set<String>> byFirstWord(String... pairs) {
        return Stream.of(pairs)
                .collect(Collectors.groupingBy(pair -> pair.substring(0, pair.indexOf(' ')), Collectors.toSet()));
    }

    private static Map<String, Set<String>> byLastWord(String... pairs) {
        return Stream.of(pairs)
                .collect(Collectors.groupingBy(pair -> pair.substring(pair.indexOf(' ') + 1), Collectors.toSet()));
    }

    /** Whether the token, with those beside it, tells a time. A number does, the number of a document does not. */
    static boolean at(Tokens tokens, int index) {
        Token token = tokens.get(index);
        if (isDateOfDocument(tokens, index)) {
            return false;
        }
        return switch (token.kind()) {
            case NUMBER, DATE, MONTH, HOUR -> true;
            case REFERENCE, SYMBOL -> token.is("%");
            case WORD -> word(tokens, index);
        };
    }

    /** "Kế hoạch số 57/KH-UBND <em>ngày 15/01/2026</em>": with its year it is a part of the document's name. */
    private static boolean isDateOfDocument(Tokens tokens, int index) {
        int number = index - (tokens.get(index).kind() == Token.Kind.DATE ? 2 : 1);
        return number >= 0
                && number + 2 < tokens.size()
                && tokens.get(number).kind() == Token.Kind.REFERENCE
                && tokens.get(number + 1).is("ngay")
                && tokens.get(number + 2).kind() == Token.Kind.DATE
                && tokens.get(number + 2).folded().length() > LONGEST_WITHOUT_YEAR;
    }

    private static boolean word(Tokens tokens, int index) {
        Token token = tokens.get(index);
        if (has(PAIRS, tokens, index, index)) {
            return true;
        }
        if (has(EXPRESSIONS, tokens, index, index) && !token.lower().equals("quý")) {
            return false;
        }
        if (ROMAN.contains(token.folded()) || NUMBERS.contains(token.lower())) {
            return true;
        }
        return WORDS.contains(token.folded())
                && !(RARELY_TIME.contains(token.lower()) && tokens.isAccented())
                && !has(NAMES, tokens, index, index - 1);
    }

    /** Whether the word at the index belongs to the one after it. */
    static boolean isInseparable(Tokens tokens, int index) {
        return has(INSEPARABLE, tokens, index, index) || has(EXPRESSIONS, tokens, index, index);
    }

    /** Whether one of the pairs that hold the word at an index is there. */
    private static boolean has(Map<String, Set<String>> pairs, Tokens tokens, int index, int start) {
        return pairs.getOrDefault(tokens.get(index).folded(), Set.of()).stream()
                .anyMatch(pair -> tokens.startsWith(start, pair));
    }
}
