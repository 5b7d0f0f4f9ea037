package vn.cchc.plan.target;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words that are nearly a bound: a mark missing or at another letter ("duới", "tối da", "trờ xuống"), or one letter of a long
 * phrase wrong. What they bound is not read past them.
 */
final class BoundSlip {

    private static final Pattern SPACE = Pattern.compile(" +");
    private static final int LONG = 9;

    /** Of one word only those that no other common word is written like. */
    private static final Set<String> SINGLE = Set.of("dưới", "trên", "hơn");
    /** Common words that are written like a single one. */
    private static final Set<String> OTHER_WORDS = Set.of("hôn", "hồn", "đuôi", "đuối", "đuổi");

    private static final List<Phrase> PHRASES = Stream.concat(
                    Stream.of(Bound.AT_LEAST, Bound.MORE, Bound.AT_MOST, Bound.LESS)
                            .flatMap(Bound::phrases),
                    Stream.of("trở lên", "trở xuống"))
            .filter(phrase -> phrase.contains(" ") || SINGLE.contains(phrase))
            .map(Phrase::of)
            .toList();

    private static final Set<String> WRITTEN =
            PHRASES.stream().map(Phrase::written).collect(Collectors.toSet());

    private static final Set<String> PLAIN = PHRASES.stream().map(Phrase::plain).collect(Collectors.toSet());

    private static final Map<Integer, List<Phrase>> BY_WORDS =
            PHRASES.stream().collect(Collectors.groupingBy(Phrase::words));

    private static final int MOST_WORDS = Collections.max(BY_WORDS.keySet());

    /** In letters; with one too many. */
    private static final int LONGEST =
            PHRASES.stream().mapToInt(phrase -> phrase.plain().length()).max().orElseThrow() + 1;

    private BoundSlip() {}

    private record Phrase(String written, String plain, int words) {
        static Phrase of(String written) {
            return new Phrase(written, PrintedWording.withoutMarks(written), (int)
                    SPACE.splitAsStream(written).count());
        }

        /** "Không trễ" is one letter from "không trên". */
        private boolean isLong() {
            return plain.length() >= LONG && !written.startsWith("không ");
        }

        boolean isNearly(String folded) {
            return folded.equals(plain) || (isLong() && differInOneLetter(folded, plain));
        }
    }

    /** Whether part of a wording has one. Without diacritics only a wrong letter is a slip. */
    static boolean in(PrintedWording wording) {
        List<String> words = SPACE.splitAsStream(wording.text().strip()).toList();
        List<String> folded = words.stream().map(PrintedWording::withoutMarks).toList();
        Set<String> written = wording.isWithDiacritics() ? WRITTEN : PLAIN;
        return IntStream.rangeClosed(1, MOST_WORDS).anyMatch(count -> IntStream.rangeClosed(0, words.size() - count)
                .anyMatch(from -> isSlip(
                        String.join(" ", words.subList(from, from + count)),
                        String.join(" ", folded.subList(from, from + count)),
                        BY_WORDS.getOrDefault(count, List.of()),
                        written)));
    }

    private static boolean isSlip(String words, String folded, List<Phrase> phrases, Set<String> written) {
        return folded.length() <= LONGEST
                && phrases.stream().anyMatch(phrase -> phrase.isNearly(folded))
                && !OTHER_WORDS.contains(words)
                && !written.contains(words);
    }

    /** One letter more, less, other, or two exchanged. */
    private static boolean differInOneLetter(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        String left = one.substring(start, one.length() - end);
        String right = other.substring(start, other.length() - end);
        return Math.max(left.length(), right.length()) <= 1
                || (left.length() == 2
                        && new StringBuilder(left).reverse().toString().equals(right));
    }
}
