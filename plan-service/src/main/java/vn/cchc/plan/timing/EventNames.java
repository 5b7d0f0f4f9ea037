package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The name of an event, and what may be mistaken for a term that belongs to it. */
final class EventNames {

    /** "3 ngày sau <em>đó</em>": what is meant is elsewhere. As spelled: "đo" and "đỏ" are other words. */
    private static final Set<String> ELSEWHERE = Set.of("đó", "đây", "kia", "này", "ấy", "nữa");

    private static final Set<String> ELSEWHERE_WITHOUT_DIACRITICS = Set.of("do", "day", "kia", "nay", "ay", "nua");

    /** Of work that lasts, so that "3 ngày" after it is most often its length: "<em>tập huấn</em> 3 ngày trước khi bầu cử". */
    private static final List<String> LASTING = List.of(
            "tap huan",
            "dao tao",
            "boi duong",
            "huan luyen",
            "dien tap",
            "niem yet",
            "cong khai",
            "lay y kien",
            "tuyen truyen",
            "phat thanh",
            "phat song",
            "cao diem",
            "chien dich",
            "ra quan",
            "theo doi",
            "giam sat",
            "thi diem",
            "tam dung",
            "hoat dong",
            "cach ly",
            "lam viec",
            "thuc hien",
            "trien khai");

    /** The same in one syllable, as spelled: "nghị" is no "nghỉ". */
    private static final Set<String> LASTING_AS_SPELLED =
            Set.of("lớp", "khóa", "khoá", "học", "nghỉ", "trực", "treo", "đợt");

    /** "<em>Trên</em> 5 ngày trước khi họp": they change the term, and are no label. */
    private static final Set<String> LIMITING = Set.of(
            "trên", "tren", "dưới", "duoi", "cứ", "suốt", "suot", "cả", "cách", "cach", "chỉ", "thêm", "them", "nhiều",
            "nhieu", "ngoài", "ngoai", "đủ", "hơn", "hon", "khoảng", "khoang", "gần", "gan", "quá", "đến", "den", "tới",
            "toi", "từ", "dài", "lâu", "mất", "sau");

    private EventNames() {}

    /** The name of an event up to the first place that the predicate accepts, or to the end. */
    static Optional<String> read(Tokens tokens, Predicate<Integer> stop) {
        if (tokens.atEnd()) {
            return Optional.empty();
        }
        Token first = tokens.get(tokens.position());
        boolean elsewhere = ELSEWHERE.contains(first.lower())
                || (!tokens.isAccented() && ELSEWHERE_WITHOUT_DIACRITICS.contains(first.folded()));
        return elsewhere ? Optional.empty() : tokens.free(stop, FreeText.NAME);
    }

    /** Whether what stands there, the end exclusive, lasts: a term beside it may be its length. */
    static boolean lasts(Tokens tokens, int from, int to) {
        return IntStream.range(from, to)
                .anyMatch(index -> LASTING_AS_SPELLED.contains(tokens.get(index).lower())
                        || LASTING.stream().anyMatch(words -> tokens.startsWith(index, words)));
    }

    /** Whether a term that begins there may be the length of the work that is named before it, or is changed by it. */
    static boolean isBoundToLabel(Tokens tokens, int start) {
        return start > 0
                && !tokens.get(start - 1).is(":")
                && (lasts(tokens, 0, start) || isLimiting(tokens, start - 1));
    }

    /** Whether the word there changes the term that stands behind it. */
    static boolean isLimiting(Tokens tokens, int index) {
        return LIMITING.contains(tokens.get(index).lower());
    }
}
