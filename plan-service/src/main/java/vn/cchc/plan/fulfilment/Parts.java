package vn.cchc.plan.fulfilment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Facts in parts: a statement has a parameter for each, of which there may be 65,535, and what is read for them is in memory. */
final class Parts {

    static final int SIZE = 500;

    private Parts() {}

    /** The parts, in order. */
    static <T> Stream<List<T>> of(List<T> facts) {
        return IntStream.range(0, (facts.size() + SIZE - 1) / SIZE)
                .mapToObj(part -> facts.subList(part * SIZE, Math.min(facts.size(), (part + 1) * SIZE)));
    }
}
