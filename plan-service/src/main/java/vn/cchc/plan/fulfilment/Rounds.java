package vn.cchc.plan.fulfilment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Facts that are heard at once, in rounds: each fact about a milestone makes a change of its own in the journal, with the
 * business time of the fact, as if they had been heard one by one.
 */
final class Rounds {

    private Rounds() {}

    /**
     * Cuts facts into rounds that are to be followed one after another.
     *
     * @param about what a fact is about; in each round one fact at most is about the same, and they stay in order
     */
    static <T> List<List<T>> of(List<T> facts, Function<T, Object> about) {
        List<List<T>> rounds = new ArrayList<>();
        Map<Object, Integer> next = new HashMap<>();
        for (T fact : facts) {
            int round = next.merge(about.apply(fact), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(fact);
        }
        return rounds;
    }
}
