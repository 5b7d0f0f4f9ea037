package vn.cchc.plan.timing;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** Numbers spelled out, one to ten. Read as printed: without diacritics "sáu" would be "sau". */
final class NumberWords {

    private static final Map<String, Integer> WORDS = Map.of(
            "một", 1, "hai", 2, "ba", 3, "bốn", 4, "năm", 5, "sáu", 6, "bảy", 7, "tám", 8, "chín", 9, "mười", 10);

    private NumberWords() {}

    static OptionalInt read(Tokens tokens) {
        int before = tokens.position();
        if (tokens.atEnd()) {
            return OptionalInt.empty();
        }
        Integer number = WORDS.get(tokens.get(before).lower());
        // "Mười hai" is not ten.
        boolean longer = before + 1 < tokens.size()
                && (WORDS.containsKey(tokens.get(before + 1).lower())
                        || Objects.equals(tokens.get(before + 1).folded(), "muoi"));
        if (number == null || longer) {
            return OptionalInt.empty();
        }
        tokens.reset(before + 1);
        return OptionalInt.of(number);
    }
}
