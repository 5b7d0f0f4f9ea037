package vn.cchc.plan.importing.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequenceTest {

    private static Sequence.Difference<String> difference(String before, String now) {
        return Sequence.difference(letters(before), letters(now), Function.identity(), Function.identity());
    }

    private static List<String> letters(String text) {
        return text.chars().mapToObj(Character::toString).toList();
    }

    @Test
    void what_is_gone_and_new_leaves_the_order_of_the_others() {
        assertThat(difference("abcde", "axcdf"))
                .isEqualTo(new Sequence.Difference<>(List.of("b", "e"), List.of("x", "f"), List.of()));
        assertThat(difference("", "")).isEqualTo(new Sequence.Difference<>(List.of(), List.of(), List.of()));
    }

    @Test
    void the_fewest_that_explain_an_order_have_moved() {
        assertThat(difference("abcde", "bcdea").moved()).containsExactly("a");
        assertThat(difference("abcde", "eabcd").moved()).containsExactly("e");
        assertThat(difference("abcde", "bacde").moved()).hasSize(1);
        assertThat(difference("abc", "cba").moved()).hasSize(2);
    }

    @Test
    void of_several_with_one_key_the_first_is_the_first() {
        assertThat(difference("aba", "aab").moved()).hasSize(1);
        assertThat(difference("aab", "ab").removed()).containsExactly("a");
        assertThat(difference("aab", "ab").moved()).isEmpty();
    }

    /** Compared with the longest ascending part that is found by trying all. */
    @Test
    void no_longer_part_has_kept_its_order() {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            List<Integer> places = new ArrayList<>(
                    IntStream.range(0, 1 + random.nextInt(9)).boxed().toList());
            Collections.shuffle(places, random);

            List<Integer> moved = Sequence.moved(places, place -> place);

            List<Integer> kept = new ArrayList<>(places);
            kept.removeAll(moved);
            assertThat(kept).isSorted().hasSize(longestAscending(places));
        }
    }

    private static int longestAscending(List<Integer> places) {
        return IntStream.range(0, 1 << places.size())
                .filter(chosen -> isAscending(places, chosen))
                .map(Integer::bitCount)
                .max()
                .orElse(0);
    }

    private static boolean isAscending(List<Integer> places, int chosen) {
        int last = -1;
        for (int i = 0; i < places.size(); i++) {
            if ((chosen >> i & 1) == 1) {
                if (places.get(i) < last) {
                    return false;
                }
                last = places.get(i);
            }
        }
        return true;
    }
}
