package vn.cchc.plan.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A cell may be of any length. What reading takes is counted in parts that are tried as a clause. */
class ClausesTest {

    private static final Grammar GRAMMAR = new Grammar(2026, false);

    @Test
    void of_a_list_each_rest_is_tried_once() {
        int days = 200;
        String list = IntStream.range(0, days)
                .mapToObj(i -> "%d/%d".formatted(i % 28 + 1, i / 28 + 1))
                .collect(Collectors.joining(", ", "", ", không rõ"));
        Clauses clauses = new Clauses(GRAMMAR);

        assertThat(clauses.read(Tokens.of(list))).isEmpty();
        assertThat(clauses.attempts()).isLessThanOrEqualTo(days + 1);
    }

    @Test
    void brackets_in_brackets_are_tried_once_each() {
        int depth = 100;
        Clauses clauses = new Clauses(GRAMMAR);

        assertThat(clauses.read(Tokens.of("15/6 (".repeat(depth) + "không rõ" + ")".repeat(depth))))
                .isEmpty();
        assertThat(clauses.attempts()).isLessThanOrEqualTo((depth + 1) * (depth + 2) / 2);
    }

    @Test
    void plain_words_are_looked_at_once() {
        assertThat(new TimingParser(2026)
                        .read("thu thập thông tin ".repeat(10_000), false)
                        .unread())
                .contains(UnreadReason.NO_TIME);
    }
}
