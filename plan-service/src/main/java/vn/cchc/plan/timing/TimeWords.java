package vn.cchc.plan.timing;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that tell a time. Compared without diacritics, so that a slip of the pen is still a word of time; what is spelled
 * otherwise in full ("nắm", "thắng", "môi") or stands in a fixed expression ("Việt Nam", "một cửa") is not.
 */
final class TimeWords {

    /** Each with spellings that are other words. */
    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry("thang", Set.of("thắng", "thăng", "thẳng")),
            Map.entry("quy", Set.of()),
            Map.entry("nam", Set.of("nắm", "nằm", "nám")),
            Map.entry("tuan", Set.of("tuân", "tuấn")),
            Map.entry("ngay", Set.of("ngáy")),
            Map.entry("hang", Set.of("hạng", "hãng", "háng")),
            Map.entry("moi", Set.of("mới", "môi", "mọi", "mời")),
            Map.entry("ky", Set.of("ký", "kỷ", "kỹ", "kĩ")),
            Map.entry("gio", Set.of("gió", "giỗ")),
            Map.entry("phut", Set.of()),
            Map.entry("lan", Set.of("lan", "lán", "lân", "lăn", "làn")),
            Map.entry("tet", Set.of()),
            Map.entry("thu", Set.of("thu", "thư", "thủ", "thụ", "thú", "thù")),
            Map.entry("hom", Set.of()),
            Map.entry("nay", Set.of("này", "nảy")),
            Map.entry("mai", Set.of("mại", "mái", "mãi")),
            Map.entry("sang", Set.of("sang", "sàng", "sảng")),
            Map.entry("chieu", Set.of("chiếu", "chiêu")),
            Map.entry("dip", Set.of()),
            Map.entry("cuoi", Set.of("cưới", "cười")),
            Map.entry("dau", Set.of("dầu", "dấu", "đấu", "đau", "đâu", "dâu", "đậu")),
            Map.entry("giua", Set.of("giũa")),
            Map.entry("han", Set.of("hẳn", "hán", "hàn")),
            Map.entry("am", Set.of("ám", "ấm", "ẩm")),
            Map.entry("al", Set.of()),
            Map.entry("ram", Set.of("rạm", "rám")),
            Map.entry("mung", Set.of("mừng")),
            Map.entry("mong", Set.of("mong", "mỏng", "móng")),
            Map.entry("truoc", Set.of()),
            Map.entry("tx", Set.of()));

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
            "dau moi",
            "dau ra",
            "dau vao",
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
            "moi truong",
            "giua cac");

    /** Spelled as printed: without diacritics most are other words. */
    private static final Set<String> NUMBERS = Set.of(
            "một", "mot", "hai", "ba", "bốn", "bon", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "muoi", "mươi",
            "mốt", "lăm", "nửa", "rưỡi");

    private static final Set<String> ROMAN = Set.of("i", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii");
    private static final Map<String, Set<String>> PAIRS = byFirstWord(
            "thuong xuyen",
            "thuong ky",
            "chu nhat",
            "giai doan",
            "cham nhat",
            "muon nhat",
            "khong qua",
            "hien nay",
            "it nhat",
            "toi thieu",
            "toi da",
            "som nhat",
            "duong lich",
            "nhu tren");

    private static final Map<String, Set<String>> NAMES =
            byLastWord("viet nam", "mien nam", "ngan hang", "qua han", "dung han", "quyen han");

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
        return switch (token.kind()) {
            case NUMBER, DATE, MONTH, HOUR -> true;
            case REFERENCE, SYMBOL -> token.is("%");
            case WORD -> word(tokens, index);
        };
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
        Set<String> others = WORDS.get(token.folded());
        return others != null && !others.contains(token.lower()) && !has(NAMES, tokens, index, index - 1);
    }

    /** Whether one of the pairs that hold the word at an index is there. */
    private static boolean has(Map<String, Set<String>> pairs, Tokens tokens, int index, int start) {
        return pairs.getOrDefault(tokens.get(index).folded(), Set.of()).stream()
                .anyMatch(pair -> tokens.startsWith(start, pair));
    }
}
