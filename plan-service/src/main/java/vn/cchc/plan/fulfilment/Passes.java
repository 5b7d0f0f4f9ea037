package vn.cchc.plan.fulfilment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Splits a batch of facts into passes with at most one fact per milestone, so that each fact makes its own journal
 * entry at its own business time, as if consumed singly.
 */
final class Passes {

    private Passes() {}

    /**
     * Splits facts into passes to be applied in sequence.
     *
     * @param about key of a fact; at most one fact per key and pass, in the original order
     */
    static <T> List<List<T>> of(List<T> facts, Function<T, Object> about) {
        List<List<T>> passes = new ArrayList<>();
        Map<Object, Integer> next = new HashMap<>();
        for (T fact : facts) {
            int pass = next.merge(about.apply(fact), 1, Integer::sum) - 1;
            if (pass == passes.size()) {
                passes.add(new ArrayList<>());
            }
            passes.get(pass).add(fact);
        }
        return passes;
    }
}
