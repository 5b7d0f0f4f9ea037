package vn.cchc.plan.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 1, 1", "500, 1, 500", "501, 2, 1", "1200, 3, 200"})
    void all_facts_are_in_the_batches_in_their_order(int facts, int batches, int last) {
        List<Integer> all = IntStream.range(0, facts).boxed().toList();

        List<List<Integer>> divided = Batches.of(all).toList();

        assertThat(divided.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
        assertThat(divided).hasSize(batches);
        assertThat(batches == 0 ? 0 : divided.get(batches - 1).size()).isEqualTo(last);
    }
}
