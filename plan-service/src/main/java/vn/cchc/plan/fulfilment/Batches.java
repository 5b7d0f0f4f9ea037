package vn.cchc.plan.fulfilment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Splits facts into batches, which bounds the bind parameters of a statement (one per fact, at most 65,535) and the memory
 * of the rows read for them.
 */
final class Batches {

    /** Batch size. */
    static final int SIZE = 500;

    private Batches() {}

    /** The batches, in order. */
    static <T> Stream<List<T>> of(List<T> facts) {
        return IntStream.range(0, (facts.size() + SIZE - 1) / SIZE)
                .mapToObj(batch -> facts.subList(batch * SIZE, Math.min(facts.size(), (batch + 1) * SIZE)));
    }
}
