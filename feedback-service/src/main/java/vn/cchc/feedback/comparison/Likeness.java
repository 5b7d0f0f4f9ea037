package vn.cchc.feedback.comparison;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike texts are: the cosine of their {@link Terms}, each weighted by how few of the texts have it (inverse document frequency). 0 for nothing in common, 1 for the same terms.
 */
final class Likeness {

    /** Texts imagined beside those compared, with none of their terms: among few texts a term is not common because two have it. */
    private static final int IMAGINED = 50;

    private final Map<Integer, Integer> frequencies = new HashMap<>();
    private final int texts;

    /** @param texts terms of each text that is compared */
    Likeness(Collection<Terms> texts) {
        this.texts = texts.size();
        texts.forEach(terms -> terms.stream().forEach(term -> frequencies.merge(term, 1, Integer::sum)));
    }

    /** Symmetric; from 0 to 1. */
    double between(Terms one, Terms other) {
        double common =
                one.stream().filter(other::has).mapToDouble(this::square).sum();
        return common == 0 ? 0 : common / Math.sqrt(length(one) * length(other));
    }

    private double length(Terms terms) {
        return terms.stream().mapToDouble(this::square).sum();
    }

    private double square(int term) {
        double weight = Math.log((double) (texts + IMAGINED) / frequencies.getOrDefault(term, 1));
        return weight * weight;
    }

    /**
     * What a text has in common with others, as it is written there: terms that tell most first, those that fewest of all texts and most of
     * the others have, pairs before their words. A word that stands in a pair named before is not repeated.
     *
     * @param most terms named
     */
    List<String> common(String text, Collection<Terms> others, int most) {
        Set<String> named = new HashSet<>();
        return Terms.written(text).entrySet().stream()
                .filter(term -> others.stream()
                        .anyMatch(terms -> terms.has(term.getKey().hashCode())))
                .sorted(Comparator.comparingDouble((Map.Entry<String, String> term) ->
                                -weightAmong(term.getKey().hashCode(), others))
                        .thenComparing(term -> term.getKey().indexOf(' ') < 0))
                .filter(term -> named.add(term.getKey())
                        && named.stream()
                                .noneMatch(other -> !other.equals(term.getKey())
                                        && (' ' + other + ' ').contains(' ' + term.getKey() + ' ')))
                .limit(most)
                .map(Map.Entry::getValue)
                .toList();
    }

    private double weightAmong(int term, Collection<Terms> others) {
        return square(term) * others.stream().filter(terms -> terms.has(term)).count();
    }
}
