package vn.cchc.feedback.comparison;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cchc.platform.text.VietnameseText;

/**
 * What texts are compared by: words and pairs of neighbouring words without case and diacritics, of the first {@value #WORDS} words.
 * Kept as hashes: those of 500 texts take a megabyte, however the texts are written.
 */
final class Terms {

    /** Words of a text that are read; the matter is told in the first ones. */
    static final int WORDS = 250;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final int[] hashes;

    private Terms(int[] hashes) {
        this.hashes = hashes;
    }

    /** @param folded a text, {@link VietnameseText#fold folded} */
    static Terms of(String folded) {
        IntStream.Builder terms = IntStream.builder();
        String before = null;
        for (String word : words(folded).toList()) {
            terms.add(word.hashCode());
            if (before != null) {
                terms.add((before + ' ' + word).hashCode());
            }
            before = word;
        }
        return new Terms(terms.build().sorted().distinct().toArray());
    }

    private static Stream<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty()).limit(WORDS);
    }

    /** The terms of a text, each as it is first written there, in that order. */
    static Map<String, String> written(String text) {
        Map<String, String> terms = new LinkedHashMap<>();
        String before = null;
        for (String word : words(VietnameseText.line(text)).toList()) {
            terms.putIfAbsent(VietnameseText.fold(word), word);
            if (before != null) {
                terms.putIfAbsent(VietnameseText.fold(before) + ' ' + VietnameseText.fold(word), before + ' ' + word);
            }
            before = word;
        }
        return terms;
    }

    boolean has(int term) {
        return Arrays.binarySearch(hashes, term) >= 0;
    }

    /** The hash of each, once. */
    IntStream stream() {
        return Arrays.stream(hashes);
    }
}
