package vn.cchc.feedback.comparison;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/**
 * How alike texts are: the cosine of their terms, which are words and pairs of neighbouring words without case and diacritics, each
 * weighted by how few of the texts have it (inverse document frequency). 0 for nothing in common, 1 for the same terms.
 */
final class Likeness {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Texts imagined beside those compared, with none of their terms: among few texts a term is not common because two have it. */
    private static final int IMAGINED = 50;

    private final Map<String, Integer> frequencies = new HashMap<>();
    private final int texts;

    /** @param texts terms of each text that is compared */
    Likeness(Collection<Set<String>> texts) {
        this.texts = texts.size();
        texts.forEach(terms -> terms.forEach(term -> frequencies.merge(term, 1, Integer::sum)));
    }

    /** @param folded a text, {@link VietnameseText#fold folded} */
    static Set<String> terms(String folded) {
        Set<String> terms = new HashSet<>();
        String before = null;
        for (String word : BETWEEN_WORDS.splitAsStream(folded).toList()) {
            if (!word.isEmpty()) {
                terms.add(word);
                if (before != null) {
                    terms.add(before + ' ' + word);
                }
                before = word;
            }
        }
        return terms;
    }

    /** The terms of a text, each as it is first written there, in that order. */
    private static Map<String, String> written(String text) {
        Map<String, String> terms = new LinkedHashMap<>();
        String before = null;
        String foldedBefore = null;
        for (String word : BETWEEN_WORDS.splitAsStream(text).toList()) {
            String folded = VietnameseText.fold(word);
            if (folded.isEmpty()) {
                continue;
            }
            terms.putIfAbsent(folded, word);
            if (before != null) {
                terms.putIfAbsent(foldedBefore + ' ' + folded, before + ' ' + word);
            }
            before = word;
            foldedBefore = folded;
        }
        return terms;
    }

    /** Symmetric; from 0 to 1. */
    double between(Set<String> one, Set<String> other) {
        double common =
                one.stream().filter(other::contains).mapToDouble(this::square).sum();
        return common == 0 ? 0 : common / Math.sqrt(length(one) * length(other));
    }

    private double length(Set<String> terms) {
        return terms.stream().mapToDouble(this::square).sum();
    }

    private double square(String term) {
        double weight = Math.log((double) (texts + IMAGINED) / frequencies.getOrDefault(term, 1));
        return weight * weight;
    }

    /**
     * What a text has in common with others, as it is written there: terms that tell most first, those that fewest of all texts and most of
     * the others have, pairs before their words. A word that stands in a pair named before is not repeated.
     *
     * @param most terms named
     */
    List<String> common(String text, Collection<Set<String>> others, int most) {
        Map<String, String> written = written(text);
        Set<String> named = new HashSet<>();
        return written.entrySet().stream()
                .filter(term -> others.stream().anyMatch(terms -> terms.contains(term.getKey())))
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<String, String> term) -> -weightAmong(term.getKey(), others))
                        .thenComparing(term -> term.getKey().indexOf(' ') < 0))
                .filter(term -> named.add(term.getKey())
                        && named.stream()
                                .noneMatch(other -> !other.equals(term.getKey())
                                        && (' ' + other + ' ').contains(' ' + term.getKey() + ' ')))
                .limit(most)
                .map(Map.Entry::getValue)
                .toList();
    }

    private double weightAmong(String term, Collection<Set<String>> others) {
        return square(term)
                * others.stream().filter(terms -> terms.contains(term)).count();
    }
}
