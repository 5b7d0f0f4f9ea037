package vn.cchc.bench.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StatementsTest {
    @Test
    void case_white_space_and_values_make_no_difference() {
        assertThat(Statements.normal("SELECT a FROM b\n  WHERE c = 'it''s' AND d=17 ;"))
                .isEqualTo(Statements.normal("select a from b where c=$1 and d = $2"));
    }

    @Test
    void an_expression_marked_as_computed_stands_for_one_value() {
        assertThat(Statements.normal(
                        "select a from b where c=/*value*/ ('x(' || lpad(to_hex(:n::bigint), 2, '0'))::uuid and d=:d"))
                .isEqualTo("select a from b where c=? and d=?");
    }

    @Test
    void lists_of_any_length_are_equal() {
        assertThat(Statements.normal("select a from b where c in ($1 /*, ... */)"))
                .isEqualTo(Statements.normal("select a from b where c in (1, 2, 3)"));
    }

    @Test
    void another_column_makes_a_difference() {
        assertThat(Statements.normal("select a1_0.id from b a1_0"))
                .isNotEqualTo(Statements.normal("select a1_0.no from b a1_0"));
    }

    @Test
    void digits_in_names_are_no_values() {
        assertThat(Statements.normal("select f1_0.id from feedback f1_0 where f1_0.x=1"))
                .isEqualTo("select f1_0.id from feedback f1_0 where f1_0.x=?");
    }

    @Test
    void a_mark_without_an_expression_is_refused() {
        assertThatThrownBy(() -> Statements.normal("select /*value*/ 1")).isInstanceOf(IllegalArgumentException.class);
    }
}
