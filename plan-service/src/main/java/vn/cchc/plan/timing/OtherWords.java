package vn.cchc.plan.timing;

import java.util.Map;
import java.util.Set;

/**
 * Words that differ in diacritics only from a word of the grammar: "trọng" from "trong", "quả" from "quá". Text is compared without
 * diacritics, so that a slip of the pen is still read; what is spelled as another word is that word. Text without diacritics
 * is never among them.
 */
final class OtherWords {

    /** By the word of the grammar. */
    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry("am", Set.of("ám", "ấm", "ẩm")),
            Map.entry("cham", Set.of("chấm", "chăm", "chạm", "chàm")),
            Map.entry("chieu", Set.of("chiếu", "chiêu")),
            Map.entry("chua", Set.of("chữa", "chùa", "chứa", "chúa")),
            Map.entry("cuoi", Set.of("cưới", "cười")),
            Map.entry("dau", Set.of("dầu", "dấu", "đấu", "đau", "đâu", "dâu", "đậu")),
            Map.entry("den", Set.of("đèn", "đen", "đền")),
            Map.entry("gan", Set.of("gắn", "gán", "gân")),
            Map.entry("gio", Set.of("gió", "giỗ", "giò", "giỏ")),
            Map.entry("giua", Set.of("giũa")),
            Map.entry("han", Set.of("hẳn", "hán", "hàn", "hân")),
            Map.entry("hang", Set.of("hạng", "hãng", "háng")),
            Map.entry("hay", Set.of("hãy")),
            Map.entry("hon", Set.of("hôn", "hồn", "hỗn", "hòn")),
            Map.entry("khi", Set.of("khí", "khỉ")),
            Map.entry("khoang", Set.of("khoáng")),
            Map.entry("ky", Set.of("ký", "kỷ", "kỹ")),
            Map.entry("lan", Set.of("lán", "lân", "lăn", "làn")),
            Map.entry("luc", Set.of("lực", "lục", "lức")),
            Map.entry("mai", Set.of("mại", "mái", "mãi")),
            Map.entry("moi", Set.of("mới", "môi", "mọi", "mời", "mối")),
            Map.entry("mong", Set.of("mỏng", "móng")),
            Map.entry("mung", Set.of("mừng")),
            Map.entry("muon", Set.of("mượn", "muôn", "muốn")),
            Map.entry("nam", Set.of("nắm", "nằm", "nám")),
            Map.entry("nay", Set.of("này", "nảy")),
            Map.entry("neu", Set.of("nêu")),
            Map.entry("ngay", Set.of("ngáy")),
            Map.entry("qua", Set.of("quả", "quà")),
            Map.entry("quy", Set.of("quỹ")),
            Map.entry("ram", Set.of("rạm", "rám")),
            Map.entry("sang", Set.of("sàng", "sảng")),
            Map.entry("sau", Set.of("sâu", "sầu")),
            Map.entry("thang", Set.of("thắng", "thăng", "thẳng")),
            Map.entry("thu", Set.of("thư", "thủ", "thụ", "thú", "thù")),
            Map.entry("tinh", Set.of("tỉnh", "tình", "tĩnh")),
            Map.entry("tro", Set.of("trợ", "trò", "trọ")),
            Map.entry("trong", Set.of("trọng", "trồng", "trông", "tròng", "trống")),
            Map.entry("tru", Set.of("trụ", "trú")),
            Map.entry("tuan", Set.of("tuân", "tuấn")));

    /** Spelled with i or y: "quí" and "quý" are one word. By the spelling with i. */
    private static final Map<String, String> WITH_Y = Map.of(
            "quí", "quý", "qui", "quy", "quĩ", "quỹ", "kì", "kỳ", "ki", "ky", "kí", "ký", "kỉ", "kỷ", "kĩ", "kỹ");

    private OtherWords() {}

    /** The word in the spelling of the grammar, which has y. */
    static String spelled(String lower) {
        return WITH_Y.getOrDefault(lower, lower);
    }

    /**
     * The form in which the grammar compares a word.
     *
     * @param folded without diacritics
     * @param lower as printed
     */
    static String compared(String folded, String lower) {
        return WORDS.getOrDefault(folded, Set.of()).contains(lower) ? lower : folded;
    }
}
