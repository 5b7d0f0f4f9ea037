package vn.cchc.plan.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RolledUpTest {

    private static RolledUp.Row heading(int order, Integer parent, Long amount) {
        return new RolledUp.Row(order, parent, true, amount);
    }

    private static RolledUp.Row task(int order, Integer parent, Long amount) {
        return new RolledUp.Row(order, parent, false, amount);
    }

    @Test
    void amounts_are_summed_upwards_and_what_headings_state_is_ignored() {
        RolledUp sums = new RolledUp(List.of(
                heading(1, null, 900L), heading(2, 1, null), task(3, 2, 100L), task(4, 1, 20L), task(5, null, 3L)));

        assertThat(sums.of(1)).isEqualTo(120);
        assertThat(sums.of(2)).isEqualTo(100);
        assertThat(sums.of(3)).isEqualTo(100);
        assertThat(sums.total()).isEqualTo(123);
    }

    @Test
    void a_task_that_states_more_than_all_of_its_parts_is_not_counted() {
        RolledUp sums = new RolledUp(
                List.of(heading(1, null, null), task(2, 1, 90L), task(3, 2, 30L), task(4, 2, 0L), task(5, 2, 10L)));

        assertThat(sums.of(2)).isEqualTo(40);
        assertThat(sums.of(1)).isEqualTo(40);
        assertThat(sums.total()).isEqualTo(40);
    }

    @Test
    void a_task_that_states_more_than_some_of_its_parts_counts_above_itself() {
        RolledUp sums = new RolledUp(
                List.of(heading(1, null, null), task(2, 1, 90L), task(3, 2, 30L), task(4, 2, null), task(5, 1, 10L)));

        assertThat(sums.of(2)).isEqualTo(30);
        assertThat(sums.of(1)).isEqualTo(100);
        assertThat(sums.total()).isEqualTo(100);
    }

    @Test
    void a_task_that_states_less_than_some_of_its_parts_is_not_counted() {
        RolledUp sums = new RolledUp(List.of(task(1, null, 20L), task(2, 1, 30L), task(3, 1, null)));

        assertThat(sums.total()).isEqualTo(30);
    }

    @Test
    void a_part_with_amounts_beneath_it_and_none_of_its_own_is_complete() {
        RolledUp sums = new RolledUp(
                List.of(task(1, null, 90L), task(2, 1, null), task(3, 2, 30L), heading(4, 1, null), task(5, 4, 5L)));

        assertThat(sums.total()).isEqualTo(35);
    }

    @Test
    void what_a_part_states_is_not_lacking_above_it() {
        for (long stated : new long[] {80, 100}) {
            RolledUp sums =
                    new RolledUp(List.of(task(1, null, stated), task(2, 1, 90L), task(3, 2, 30L), task(4, 2, null)));

            assertThat(sums.of(1)).isEqualTo(90);
            assertThat(sums.total()).isEqualTo(90);
        }
    }

    @Test
    void what_is_lacking_beneath_a_heading_or_a_task_without_an_amount_is_lacking_above_it() {
        RolledUp heading =
                new RolledUp(List.of(task(1, null, 100L), heading(2, 1, 90L), task(3, 2, 30L), task(4, 2, null)));
        RolledUp task = new RolledUp(List.of(task(1, null, 100L), task(2, 1, null), task(3, 2, 30L), task(4, 2, null)));

        assertThat(heading.total()).isEqualTo(100);
        assertThat(task.total()).isEqualTo(100);
    }
}
